#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "storage/session.h"

namespace lots::sim {

/// A case as its rows tell it, read by statements that are written here once more and judged by sentences that are written
/// here once more: what the program's own rules say is not asked. All moments are as they lie in the database.
struct Page {
    struct Signer {
        SignatoryId id;
        int number = 0;
        bool youth = false;
        std::optional<PersonId> person;
        Instant added_at;
        std::optional<Date> ended_on;
        Instant ended_at;  // when that was written down
    };
    struct Said {
        SignatoryId by;
        bool yes = false, on_paper = false;
        Date signed_on;
        Instant at;
    };
    struct TakenBack {
        SignatoryId by;
        Instant at;
    };
    struct Form {
        ConsentId id;
        int number = 0;
        Date from, last_day;
        Instant made_at;
        std::set<AgencyId> agencies;
        std::vector<Said> answers;  // oldest first
        std::vector<TakenBack> taken_back;
    };
    struct Judged {
        AgencyId agency;
        bool concerned = false;
        Instant at;
    };
    struct Step {
        std::string to;
        Instant at;
    };
    struct InGroup {
        MembershipId id;
        int number = 0;
        PersonId person;
        UnitId unit;
        AgencyId agency;
        std::string function;
        Instant made_at;
        std::optional<Instant> ended_at;
    };
    struct Holder {
        PersonId person;
        UnitId unit;
        std::string duty;
        Instant made_at;
        std::optional<Instant> ended_at;
        std::optional<Date> last_day;  // at work in that unit; none: it goes on
    };

    struct Conflict {
        PersonId person;
        bool declared = false;
        Instant at;
    };

    CaseId id;
    int nomination = 0;
    std::string number;          // empty before the offer
    std::optional<UnitId> unit;  // of social services
    Date born;                   // as the town knows it, not as the program read it
    std::vector<Step> steps;
    std::vector<Signer> signers;
    std::vector<Form> forms;
    std::vector<Judged> judged;
    std::vector<InGroup> group;
    std::vector<Holder> holders;
    std::vector<Conflict> conflicts;  // oldest first
    PersonId proposer;
    UnitId proposer_unit;

    std::string shown() const { return number.empty() ? "F-" + std::to_string(nomination) : number; }
    /// The state of the newest step at that moment; empty before the first.
    std::string state_at(Instant at) const;
    /// Whether the room was ever opened: a complete consent was once registered.
    bool was_opened() const;
    /// The form that covers the whole of that Swedish day, as far as was known at that moment. Null: none does.
    const Form* covering(Date day, Instant known_at) const;
    /// Whether that person had said to have a conflict of interest; the newest word counts.
    bool is_conflicted(const PersonId& person, Instant at) const;
    /// Who holds that duty at that moment, and still works there.
    std::vector<const Holder*> holding(std::string_view duty, Instant at) const;
};

/// The last moment of the Swedish day before `day` begins; kept apart from the program's reckoning of days.
Instant midnight(Date day);
/// The Swedish day of a moment, by the same reckoning.
Date day_of(Instant at);
/// Years lived on that day: birthdays of leap days are kept on the last of February.
int years_old(Date born, Date on);

/// One case, whole. `born` is given.
Page read_page(storage::Session& db, const MunicipalityId& municipality, const CaseId& id, Date born);

}  // namespace lots::sim
