#include "plan/load.h"

#include <algorithm>
#include <map>

#include "cases/sealed.h"
#include "cases/youth.h"
#include "group/helpers.h"
#include "messages/message.h"
#include "organisation/store.h"

namespace lots::plan {

using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

struct SealedTexts {
    Bytes measure, documented_how, plain_words;
    std::optional<Bytes> activity;
};
struct StoredWording {
    Wording wording;
    SealedTexts sealed;
};
struct Stored {
    Commitment commitment;
    std::vector<StoredWording> wordings;  // by seq
    std::optional<Bytes> note;
    int status_seq = 0;
};

/// The decided seq of each commitment in that version, or in the newest.
std::map<CommitmentId, int> decided_in(const access::CasePermit& permit, std::optional<int> version)
{
    auto& work = permit.work();
    std::map<CommitmentId, int> seqs;
    work.db.each(
        "SELECT l.commitment, l.seq FROM plan_version_line l JOIN plan_version v ON v.municipality = l.municipality AND v.id = l.plan "
        "WHERE v.municipality = $1 AND v.case_id = $2 AND v.version = COALESCE($3, (SELECT MAX(n.version) FROM plan_version n "
        "WHERE n.municipality = $1 AND n.case_id = $2))",
        [&](const Row& row) { seqs.emplace(row.get<CommitmentId>(0), row.get<int>(1)); }, work.municipality, permit.case_id(), version);
    return seqs;
}

bool still_signs(const access::CasePermit& permit, const SignatoryId& id)
{
    const auto& signatories = permit.facts().consent.signatories;
    const auto found = std::ranges::find(signatories, id, &consent::Signatory::id);
    return found != signatories.end() && consent::must_sign(*found, permit.facts().born, permit.work().today);
}

StoredWording wording_in(const access::CasePermit& permit, const Row& row)
{
    StoredWording stored;
    auto& w = stored.wording;
    w.seq = row.get<int>(3);
    w.owner = owner_of(row.text(4));
    w.membership = row.get<std::optional<int>>(5);
    w.person = row.get<std::optional<PersonId>>(6);
    w.agency = row.get<std::optional<AgencyId>>(7);
    w.agency_code = row.get<std::optional<std::string>>(8).value_or("");
    w.agency_kind = row.get<std::optional<std::string>>(9).value_or("");
    const bool has_left = row.get<std::optional<Instant>>(10).has_value();
    w.signatory_id = row.get<std::optional<SignatoryId>>(11);
    w.start_on = row.get<std::optional<Date>>(12);
    w.last_day = row.get<Date>(13);
    w.order_number = row.get<int>(14);
    w.after = row.get<std::optional<int>>(15);
    w.dropped = row.get<bool>(16);
    w.made_at = row.get<Instant>(17);
    w.made_by = row.get<PersonId>(18);
    w.accepted = row.get<std::optional<Instant>>(19).has_value();
    stored.sealed = {row.get<Bytes>(20), row.get<Bytes>(21), row.get<Bytes>(22), row.get<std::optional<Bytes>>(23)};
    w.kind = row.get<std::string>(24);
    w.helper = row.get<std::optional<RecordId>>(25);
    w.helper_number = row.get<std::optional<int>>(26);
    w.from_assessment = row.get<bool>(27);
    w.same_words = row.get<bool>(28);
    w.worded_at = w.made_at;
    if (w.signatory_id) {
        for (const auto& signatory : permit.facts().consent.signatories)
            if (signatory.id == *w.signatory_id) w.signatory = signatory.number;
    }
    w.owner_takes_part = w.signatory_id ? still_signs(permit, *w.signatory_id) : !has_left;
    return stored;
}

/// The words are those of the wording before: what was answered to them counts, and the day on which they were written.
void follow(const Wording& before, Wording& next)
{
    next.accepted = next.accepted || before.accepted;
    next.same_as = before.words_seq();
    next.worded_at = before.worded_at;
}

void load_wordings(const access::CasePermit& permit, std::map<CommitmentId, Stored>& all)
{
    auto& work = permit.work();
    work.db.each(
        "SELECT c.id, c.number, g.number, w.seq, w.owner, m.number, m.person, w.agency, a.code, a.kind, e.ended_at, w.signatory, "
        "w.start_on, w.last_day, w.order_number, w.after_commitment, w.dropped, w.made_at, w.made_by, p.accepted_at, w.measure_sealed, "
        "w.documented_how_sealed, w.plain_words_sealed, w.activity_sealed, w.kind, w.helper, h.number, w.from_assessment, w.same_words "
        "FROM commitment c "
        "JOIN goal g ON g.municipality = c.municipality AND g.id = c.goal "
        "JOIN commitment_wording w ON w.municipality = c.municipality AND w.commitment = c.id "
        "LEFT JOIN membership m ON m.municipality = w.municipality AND m.id = w.membership "
        "LEFT JOIN membership_end e ON e.municipality = w.municipality AND e.membership = w.membership "
        "LEFT JOIN agency a ON a.municipality = w.municipality AND a.id = w.agency "
        "LEFT JOIN helper h ON h.municipality = w.municipality AND h.id = w.helper "
        "LEFT JOIN commitment_acceptance p ON p.municipality = w.municipality AND p.commitment = w.commitment AND p.seq = w.seq "
        "WHERE c.municipality = $1 AND c.case_id = $2 ORDER BY c.number, w.seq",
        [&](const Row& row) {
            const auto id = row.get<CommitmentId>(0);
            auto& stored = all[id];
            stored.commitment.id = id;
            stored.commitment.number = row.get<int>(1);
            stored.commitment.goal = row.get<int>(2);
            auto next = wording_in(permit, row);
            if (next.wording.same_words && !stored.wordings.empty()) follow(stored.wordings.back().wording, next.wording);
            stored.wordings.push_back(std::move(next));
        },
        work.municipality, permit.case_id());
}

/// The newest status of each, and the newest day that was agreed after the wording in force was written.
void load_statuses(const access::CasePermit& permit, std::map<CommitmentId, Stored>& all)
{
    auto& work = permit.work();
    work.db.each(
        "SELECT s.commitment, s.seq, s.status, s.needs_help, s.note_sealed, s.new_last_day, s.made_at FROM commitment_status s "
        "JOIN commitment c ON c.municipality = s.municipality AND c.id = s.commitment "
        "WHERE s.municipality = $1 AND c.case_id = $2 ORDER BY c.number, s.seq",
        [&](const Row& row) {
            auto& stored = all.at(row.get<CommitmentId>(0));
            auto& commitment = stored.commitment;
            stored.status_seq = row.get<int>(1);
            commitment.status = status_of(row.text(2));
            commitment.needs_help = row.get<bool>(3);
            stored.note = row.get<std::optional<Bytes>>(4);
            commitment.status_at = row.get<Instant>(6);
            const auto day = row.get<std::optional<Date>>(5);
            if (day && *commitment.status_at >= commitment.in_force().worded_at) commitment.moved_to = day;
        },
        work.municipality, permit.case_id());
}

std::string signatory_words(const access::CasePermit& permit, const Wording& wording, const std::string& youth)
{
    if (wording.owner == Owner::youth) return youth;
    int ordinal = 0;
    for (const auto& signatory : permit.facts().consent.signatories) {
        if (signatory.role == consent::SignatoryRole::youth) continue;
        ++ordinal;
        if (signatory.id == wording.signatory_id) break;
    }
    return say(permit.work().reader.language, "plan.owner.guardian", {{"number", ordinal}});
}

void open_texts(const access::CasePermit& permit, const CommitmentId& id, const std::vector<StoredWording>& stored, Wording& wording)
{
    const auto found = std::ranges::find(stored, wording.seq, [](const StoredWording& one) { return one.wording.seq; });
    const cases::RowOf row{id.bytes(), wording.seq};
    wording.measure = cases::open(permit, Drawer::room, Field::commitment_measure, row, found->sealed.measure);
    wording.documented_how = cases::open(permit, Drawer::room, Field::commitment_documented_how, row, found->sealed.documented_how);
    wording.plain_words = cases::open(permit, Drawer::room, Field::commitment_plain_words, row, found->sealed.plain_words);
    wording.activity = cases::open_if(permit, Drawer::room, Field::commitment_activity, row, found->sealed.activity);
}

void open_all(const access::CasePermit& permit, std::map<CommitmentId, Stored>& all)
{
    std::vector<PersonId> people;
    for (const auto& [id, stored] : all)
        for (const auto& one : stored.wordings)
            if (one.wording.person) people.push_back(*one.wording.person);
    const auto names = organisation::person_names(permit.work(), people);
    std::map<AgencyId, std::string> agencies;
    for (const auto& agency : organisation::agencies(permit.work())) agencies[agency.id] = agency.name;
    const auto youth = all.empty() ? std::string{} : cases::youth_of(permit).given_name;
    std::map<RecordId, std::string> helpers;
    for (const auto& helper : group::helpers(permit)) helpers[helper.id] = helper.name;

    for (auto& [id, stored] : all) {
        const auto finish = [&, &commitment_id = id](Wording& wording) {
            wording.owner_words = wording.person ? names.at(*wording.person) + ", " + agencies.at(*wording.agency)
                                                 : signatory_words(permit, wording, youth);
            if (wording.helper)
                if (const auto known = helpers.find(*wording.helper); known != helpers.end()) wording.helper_name = known->second;
            open_texts(permit, commitment_id, stored.wordings, wording);
        };
        auto& commitment = stored.commitment;
        finish(commitment.draft);
        if (commitment.decided) {
            if (commitment.changed()) finish(*commitment.decided);
            else commitment.decided = commitment.draft;
        }
        commitment.note = cases::open_if(permit, Drawer::room, Field::status_report, {id.bytes(), stored.status_seq}, stored.note);
    }
}

}  // namespace

std::vector<Commitment> load_commitments(const access::CasePermit& permit, Texts texts, std::optional<int> version)
{
    std::map<CommitmentId, Stored> all;
    load_wordings(permit, all);
    const auto decided = decided_in(permit, version);
    for (auto& [id, stored] : all) {
        stored.commitment.draft = stored.wordings.back().wording;
        const auto seq = decided.find(id);
        if (seq == decided.end()) continue;
        for (const auto& one : stored.wordings)
            if (one.wording.seq == seq->second) stored.commitment.decided = one.wording;
    }
    load_statuses(permit, all);
    if (texts == Texts::opened) open_all(permit, all);

    std::vector<Commitment> list;
    for (auto& [id, stored] : all) list.push_back(std::move(stored.commitment));
    // In the order of the plan; what has no place yet comes last.
    std::ranges::sort(list, {}, [](const Commitment& one) {
        const int place = one.draft.order_number;
        return std::tuple{place == 0, place, one.number};
    });
    return list;
}

}  // namespace lots::plan
