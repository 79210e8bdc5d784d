#include "app/projections.h"

#include <algorithm>
#include <array>

#include "access/system_permit.h"
#include "asp/store.h"
#include "cases/duties.h"
#include "closure/duties.h"
#include "consent/duties.h"
#include "emergency/duties.h"
#include "followup/ladder.h"
#include "group/duties.h"
#include "meeting/duties.h"
#include "nomination/duties.h"
#include "plan/duties.h"
#include "plan/store.h"
#include "selection/duties.h"

namespace lots::app {

using storage::Row;
using storage::Session;

namespace {

constexpr int cases_at_once = 100;
/// The states in which a case is over, so that the young person may get another one.
constexpr std::array<std::string_view, 6> ended{"decided_no_offer", "consent_refused", "closed",
                                                "transferred",      "retained",        "disposed"};

std::string actor_name(guideline::Actor actor)
{
    switch (actor) {
    case guideline::Actor::agency:
        return "agency";
    case guideline::Actor::police:
        return "police";
    case guideline::Actor::coordinator:
        return "coordinator";
    case guideline::Actor::youth:
        return "youth";
    case guideline::Actor::guardian:
        return "guardian";
    default:
        return "social_services";
    }
}

/// A case with what lists show of it.
struct Kept {
    MunicipalityId municipality;
    CaseId id;
    std::string number, state, last_state;
    std::optional<Date> next_change_on;
    std::optional<Instant> reckoned_at;
    std::optional<UnitId> owner_unit, officer_unit;
    bool is_open = false;
};

std::vector<Kept> cases_after(Session& db, const Kept& last, int most = cases_at_once)
{
    return db.all(
        "SELECT c.municipality, c.id, COALESCE(n.number, 'F-' || CAST(c.nomination_number AS TEXT)), COALESCE(h.state, ''), "
        "(SELECT t.to_state FROM case_transition t WHERE t.municipality = c.municipality AND t.case_id = c.id ORDER BY "
        "t.seq DESC LIMIT 1), "
        "h.next_change_on, h.reckoned_at, h.owner_unit, "
        "(SELECT a.unit FROM case_assignment a WHERE a.municipality = c.municipality AND a.case_id = c.id AND a.duty = "
        "'officer' "
        "ORDER BY a.made_at DESC, a.id LIMIT 1), "
        "o.case_id IS NOT NULL FROM sig_case c "
        "LEFT JOIN case_number n ON n.municipality = c.municipality AND n.case_id = c.id "
        "LEFT JOIN case_head h ON h.municipality = c.municipality AND h.case_id = c.id "
        "LEFT JOIN open_case o ON o.municipality = c.municipality AND o.youth = c.youth AND o.case_id = c.id "
        "WHERE c.municipality > $1 OR (c.municipality = $1 AND c.id > $2) ORDER BY c.municipality, c.id LIMIT $3",
        [](const Row& row) {
            return Kept{row.get<MunicipalityId>(0),
                        row.get<CaseId>(1),
                        row.get<std::string>(2),
                        row.get<std::string>(3),
                        row.get<std::string>(4),
                        row.get<std::optional<Date>>(5),
                        row.get<std::optional<Instant>>(6),
                        row.get<std::optional<UnitId>>(7),
                        row.get<std::optional<UnitId>>(8),
                        row.get<bool>(9)};
        },
        last.municipality, last.id, most);
}

std::vector<cases::DutyRow> kept_duties(Session& db, const Kept& kept)
{
    return db.all(
        "SELECT requirement, actor, what, path, person, agency, subject_number, last_day FROM duty "
        "WHERE municipality = $1 AND case_id = $2 ORDER BY line",
        [](const Row& row) {
            return cases::DutyRow{row.get<std::string>(0),
                                  row.get<std::string>(1),
                                  row.get<std::string>(2),
                                  row.get<std::string>(3),
                                  row.get<std::optional<PersonId>>(4),
                                  row.get<std::optional<AgencyId>>(5),
                                  row.get<std::optional<int>>(6),
                                  row.get<Date>(7)};
        },
        kept.municipality, kept.id);
}

void examine_case(Session& db, vault::Vault& vault, Random& random, const Kept& kept, std::optional<Date> today,
                  ProjectionFindings& found)
{
    const auto differs = [&](const char* what) {
        found.problems.push_back("case " + kept.number + ": " + what + " is not what its facts say");
    };
    if (kept.state != kept.last_state) differs("case_head.state");
    if (kept.officer_unit && kept.owner_unit != kept.officer_unit) differs("case_head.owner_unit");
    if (const bool over = std::ranges::count(ended, kept.last_state) > 0; kept.is_open == over) differs("open_case");
    if (!kept.reckoned_at) return differs("case_head.reckoned_at");
    // It is to be followed at once (House::look_anew) and was not yet: what is reckoned then is compared the next time. Or it was, and
    // did not come further.
    if (kept.next_change_on && *kept.next_change_on <= local_day(*kept.reckoned_at)) {
        found.waiting.push_back(kept.number);
        return;
    }
    if (kept.next_change_on && today && *kept.next_change_on <= *today) found.waiting.push_back(kept.number);
    try {
        access::Reader nobody;
        nobody.municipality = kept.municipality;
        access::Work work(db, vault, random, *kept.reckoned_at, nobody, access::Operation::see_case, audit::Kind::system,
                          {});
        const auto reckoned = reckon(work, kept.id);
        if (reckoned.next_change_on != kept.next_change_on) differs("case_head.next_change_on");
        if (reckoned.duties != kept_duties(db, kept)) differs("duty");
    } catch (const std::exception& failure) {
        found.problems.push_back("case " + kept.number + ": its facts cannot be read: " + failure.what());
    }
}

}  // namespace

Reckoned reckon(access::Work& work, const CaseId& id)
{
    auto facts = access::load_case_facts(work, id);
    check(facts.has_value(), "a case that is not there was reckoned");
    Reckoned reckoned;
    reckoned.next_change_on = consent::next_change(facts->consent, work.today);
    const access::SystemPermit<access::RefreshingProjections> permit(work, *std::move(facts));
    // What is late today was not late yesterday: the ladder begins then (S1-37). Who leaves, leaves promises to be passed on, and what was
    // theirs to do to somebody else.
    for (const auto& day : {followup::next_change(permit), plan::next_change(permit), cases::next_change(permit)})
        if (day && (!reckoned.next_change_on || *day < *reckoned.next_change_on)) reckoned.next_change_on = day;
    const auto add = [&](const std::vector<guideline::Duty>& duties) {
        for (const auto& duty : duties)
            reckoned.duties.push_back({std::string(duty.requirement->id), actor_name(duty.who),
                                       std::string(duty.what.name()), duty.path, duty.person, duty.agency, duty.number,
                                       duty.last_day});
    };
    add(nomination::duties(permit));
    add(selection::duties(permit));
    add(consent::duties(permit));
    add(group::duties(permit));
    add(plan::duties(permit));
    add(meeting::duties(permit));
    add(followup::duties(permit));
    add(closure::duties(permit));
    add(asp::duties(permit));
    add(emergency::duties(permit));
    add(cases::duties(permit));
    return reckoned;
}

ProjectionFindings examine_projections(storage::Store& data, vault::Vault& vault, Random& random, std::optional<Date> today)
{
    ProjectionFindings result;
    data.read([&](Session& db) {
        Kept last{};
        for (auto cases = cases_after(db, last); !cases.empty(); cases = cases_after(db, last)) {
            for (const auto& kept : cases) examine_case(db, vault, random, kept, today, result);
            result.cases += static_cast<std::int64_t>(cases.size());
            last = cases.back();
        }
    });
    return result;
}

ProjectionFindings examine_projection(storage::Store& data, vault::Vault& vault, Random& random, const MunicipalityId& municipality,
                                      const CaseId& id)
{
    // The first after the id that comes right before it.
    Kept before{};
    before.municipality = municipality;
    before.id = id;
    for (auto byte = before.id.value.rbegin(); byte != before.id.value.rend() && (*byte)-- == 0;) ++byte;
    ProjectionFindings result;
    data.read([&](Session& db) {
        for (const auto& kept : cases_after(db, before, 1)) {
            check(kept.id == id, "a case that is not there was examined");
            examine_case(db, vault, random, kept, {}, result);
            ++result.cases;
        }
    });
    return result;
}

}  // namespace lots::app
