#include "closure/papers.h"

#include "cases/decision_note.h"
#include "closure/rules.h"

namespace lots::closure {

using access::Compartment;
using storage::Row;

namespace {

struct Paper {
    int number = 0;
    Date from;
};

Paper paper_in(const Row& row) { return {row.get<int>(0), row.get<Date>(1)}; }

void keep(const access::CasePermit& permit, std::string_view kind, const std::vector<Paper>& papers)
{
    auto& work = permit.work();
    for (const auto& paper : papers)
        if (const auto until = kept_until(paper.from, work.today, permit.facts().born))
            work.db.run("INSERT INTO paper_retention (municipality, case_id, paper, number, earliest_day, legal_reference, made_at) "
                        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                        work.municipality, permit.case_id(), kind, paper.number, until->earliest_day, until->reference, work.now);
}

std::vector<Paper> consents(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.all("SELECT number, valid_from FROM consent WHERE municipality = $1 AND case_id = $2 ORDER BY number", paper_in,
                       work.municipality, permit.case_id());
}

std::vector<Paper> plans(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.all("SELECT version, valid_from FROM plan_version WHERE municipality = $1 AND case_id = $2 ORDER BY version", paper_in,
                       work.municipality, permit.case_id());
}

}  // namespace

void keep_papers(const access::CasePermit& permit)
{
    keep(permit, "consent", consents(permit));
    keep(permit, "plan", plans(permit));
}

std::vector<KeptPaper> papers_at_end(const access::CasePermit& permit)
{
    const auto today = permit.work().today;
    std::vector<KeptPaper> all;
    const auto add = [&](const char* kind, const std::vector<Paper>& papers) {
        for (const auto& paper : papers)
            if (const auto until = kept_until(paper.from, today, permit.facts().born))
                all.push_back({kind, paper.number, until->earliest_day, cases::law_of(until->reference, today)});
    };
    add("consent", consents(permit));
    add("plan", plans(permit));
    return all;
}

std::vector<KeptPaper> kept_papers(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    return work.db.all(
        "SELECT paper, number, earliest_day, legal_reference, made_at FROM paper_retention WHERE municipality = $1 AND case_id = $2 "
        "ORDER BY paper, number",
        [](const Row& row) {
            return KeptPaper{row.get<std::string>(0), row.get<int>(1), row.get<Date>(2),
                             cases::law_of(row.text(3), local_day(row.get<Instant>(4)))};
        },
        work.municipality, permit.case_id());
}

}  // namespace lots::closure
