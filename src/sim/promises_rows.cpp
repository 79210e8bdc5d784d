#include <algorithm>

#include "sim/promises.h"

// What the rows of one case say, read from outside.
namespace lots::sim {

using storage::Row;
using storage::Session;

void Promises::rows(const Page& page)
{
    one_state_at_a_time(page);
    meetings_within_consent(page);
    nothing_shared_before(page);
    commitments_have_owners(page);
    every_commitment_followed_up(page);
}

/// A group works only after a complete consent, and never again after the end.
void Promises::one_state_at_a_time(const Page& page)
{
    bool ended = false;
    for (const auto& step : page.steps) {
        const bool to_the_archive = step.to == "retained" || step.to == "disposed";
        if (ended && !to_the_archive) found("what has ended has ended", page, "it went on to " + step.to);
        ended = step.to == "closed" || step.to == "consent_refused" || step.to == "decided_no_offer";
        const bool works = step.to == "forming" || step.to == "planning" || step.to == "active";
        if (works && page.covering(day_of(step.at), step.at) == nullptr)
            found("no shared fact before consent", page, "it came to " + step.to + " although no consent held");
    }
    if (page.holding("coordinator", now()).size() > 1) found("one coordinator", page, "there are several");
}

void Promises::meetings_within_consent(const Page& page)
{
    struct Called {
        int number = 0;
        Instant starts_at, called_at;
        bool off = false, noted = false;
        std::vector<AgencyId> agencies;
    };
    std::vector<Called> all;
    town_.house().data->read([&](Session& db) {
        std::vector<MeetingId> ids;
        db.each(
            "SELECT m.id, m.number, m.starts_at, m.called_at, x.meeting IS NOT NULL, "
            "EXISTS (SELECT 1 FROM minutes n WHERE n.municipality = m.municipality AND n.meeting = m.id) FROM meeting m "
            "LEFT JOIN meeting_cancellation x ON x.municipality = m.municipality AND x.meeting = m.id "
            "WHERE m.municipality = $1 AND m.case_id = $2 ORDER BY m.number",
            [&](const Row& row) {
                ids.push_back(row.get<MeetingId>(0));
                all.push_back(
                    {row.get<int>(1), row.get<Instant>(2), row.get<Instant>(3), row.get<bool>(4), row.get<bool>(5), {}});
            },
            town_.here().id, page.id);
        for (std::size_t i = 0; i < ids.size(); ++i)
            db.each(
                "SELECT m.agency FROM invitation v JOIN membership m ON m.municipality = v.municipality AND m.id = "
                "v.membership "
                "WHERE v.municipality = $1 AND v.meeting = $2",
                [&](const Row& row) { all[i].agencies.push_back(row.get<AgencyId>(0)); }, town_.here().id, ids[i]);
    });
    for (const auto& one : all) {
        const auto day = day_of(one.starts_at);
        const auto what = "meeting " + std::to_string(one.number) + " on " + iso(day);
        const auto* form = page.covering(day, one.called_at);
        if (form == nullptr)
            found("no meeting beyond its consent", page, what + " was called for a day that no consent covers");
        else
            for (const auto& agency : one.agencies)
                if (!form->agencies.contains(agency))
                    found("no meeting beyond its consent", page,
                          what + ": an agency was called that the consent does not name");
        if (!one.off && one.noted && page.covering(day, one.starts_at) == nullptr)
            found("no meeting beyond its consent", page, what + " was held although no consent held");
        if (!one.off && one.starts_at > now() && page.covering(day, now()) == nullptr)
            found("no meeting beyond its consent", page, what + " still stands although no consent will hold");
    }
}

/// Everything in the room was written while a consent held.
void Promises::nothing_shared_before(const Page& page)
{
    const auto look = [&](const char* what, storage::Sql sql) {
        town_.house().data->read([&](Session& db) {
            db.each(
                sql,
                [&](const Row& row) {
                    const auto at = row.get<Instant>(0);
                    // A coordinator is replaced also while the case rests: that shares nothing.
                    if (page.covering(day_of(at), at) == nullptr)
                        found("no shared fact before consent", page, std::string(what) + " of " + iso(at));
                },
                town_.here().id, page.id);
        });
    };
    look("a member",
         "SELECT made_at FROM membership WHERE municipality = $1 AND case_id = $2 AND function <> 'coordinator'");
    look("the planning", "SELECT made_at FROM planning_start WHERE municipality = $1 AND case_id = $2");
    look("a goal", "SELECT w.made_at FROM goal_wording w JOIN goal g ON g.municipality = w.municipality AND g.id = w.goal "
                   "WHERE g.municipality = $1 AND g.case_id = $2");
    look("a commitment", "SELECT w.made_at FROM commitment_wording w JOIN commitment c ON c.municipality = w.municipality "
                         "AND c.id = w.commitment "
                         "WHERE c.municipality = $1 AND c.case_id = $2");
    look("an acceptance",
         "SELECT a.accepted_at FROM commitment_acceptance a JOIN commitment c ON c.municipality = a.municipality AND "
         "c.id = a.commitment WHERE c.municipality = $1 AND c.case_id = $2");
    look("how a commitment goes",
         "SELECT s.made_at FROM commitment_status s JOIN commitment c ON c.municipality = s.municipality AND "
         "c.id = s.commitment WHERE c.municipality = $1 AND c.case_id = $2");
    look("the words in the plan", "SELECT made_at FROM plan_words WHERE municipality = $1 AND case_id = $2");
    look("a decided plan",
         "SELECT n.made_at FROM plan_version v JOIN decision_note n ON n.municipality = v.municipality AND "
         "n.id = v.decision_note WHERE v.municipality = $1 AND v.case_id = $2");
    look("a call", "SELECT called_at FROM meeting WHERE municipality = $1 AND case_id = $2");
    look("minutes", "SELECT n.made_at FROM minutes n JOIN meeting m ON m.municipality = n.municipality AND m.id = n.meeting "
                    "WHERE m.municipality = $1 AND m.case_id = $2");
    look("a picture",
         "SELECT p.made_at FROM agency_picture p JOIN meeting m ON m.municipality = p.municipality AND m.id = p.meeting "
         "WHERE m.municipality = $1 AND m.case_id = $2");
    look("a follow-up",
         "SELECT f.made_at FROM follow_up_line f JOIN meeting m ON m.municipality = f.municipality AND m.id = f.meeting "
         "WHERE m.municipality = $1 AND m.case_id = $2");
}

/// One owner each: a named member for an agency, the young person or a guardian for their own.
void Promises::commitments_have_owners(const Page& page)
{
    town_.house().data->read([&](Session& db) {
        db.each(
            "SELECT c.number, w.owner, w.membership, w.signatory FROM commitment c "
            "JOIN commitment_wording w ON w.municipality = c.municipality AND w.commitment = c.id "
            "WHERE c.municipality = $1 AND c.case_id = $2",
            [&](const Row& row) {
                const auto member = row.get<std::optional<MembershipId>>(2);
                const auto signer = row.get<std::optional<SignatoryId>>(3);
                const bool in_group = member && std::ranges::count(page.group, *member, &Page::InGroup::id) == 1;
                const bool signs = signer && std::ranges::count(page.signers, *signer, &Page::Signer::id) == 1;
                if (in_group == signs || (row.text(1) == "agency") != in_group)
                    found("every commitment has one owner", page, "commitment " + std::to_string(row.get<int>(0)));
            },
            town_.here().id, page.id);
    });
}

/// At every meeting whose minutes are locked each commitment that was open when it began has its line.
void Promises::every_commitment_followed_up(const Page& page)
{
    struct Meeting {
        MeetingId id;
        int number = 0;
        Instant starts_at;
    };
    town_.house().data->read([&](Session& db) {
        const auto locked = db.all(
            "SELECT m.id, m.number, m.starts_at FROM meeting m JOIN minutes_lock l ON l.municipality = m.municipality AND "
            "l.meeting = m.id "
            "WHERE m.municipality = $1 AND m.case_id = $2 ORDER BY m.number",
            [](const Row& row) {
                return Meeting{row.get<MeetingId>(0), row.get<int>(1), row.get<Instant>(2)};
            },
            town_.here().id, page.id);
        for (const auto& meeting : locked) {
            std::set<CommitmentId> planned, said;
            db.each(
                "SELECT l.commitment FROM plan_version_line l WHERE l.municipality = $1 AND l.plan = (SELECT v.id FROM "
                "plan_version v "
                "JOIN decision_note n ON n.municipality = v.municipality AND n.id = v.decision_note "
                "WHERE v.municipality = $1 AND v.case_id = $2 AND n.made_at <= $3 ORDER BY v.version DESC LIMIT 1)",
                [&](const Row& row) { planned.insert(row.get<CommitmentId>(0)); }, town_.here().id, page.id,
                meeting.starts_at);
            db.each(
                "SELECT s.commitment, s.status FROM commitment_status s JOIN commitment c ON c.municipality = "
                "s.municipality AND c.id = s.commitment "
                "WHERE s.municipality = $1 AND c.case_id = $2 AND s.made_at <= $3 ORDER BY s.seq",
                [&](const Row& row) {
                    const bool done = row.text(1) == "done" || row.text(1) == "cancelled";
                    if (done)
                        said.insert(row.get<CommitmentId>(0));
                    else
                        said.erase(row.get<CommitmentId>(0));
                },
                town_.here().id, page.id, meeting.starts_at);
            db.each(
                "SELECT DISTINCT commitment FROM follow_up_line WHERE municipality = $1 AND meeting = $2",
                [&](const Row& row) { said.insert(row.get<CommitmentId>(0)); }, town_.here().id, meeting.id);
            for (const auto& commitment : planned)
                if (!said.contains(commitment))
                    found("every open commitment has a line at every held meeting", page,
                          "one has none at meeting " + std::to_string(meeting.number));
        }
    });
}

}  // namespace lots::sim
