#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/ledger.h"
#include "sim/town.h"

namespace lots::sim {

/// Looks at the simulated municipality from outside, day after day: by statements of its own over the database, and by
/// reading as each sort of person. The rules that made the facts are not asked (ledger.h). What must hold stands in
/// docs/promises.md.
///
/// Every night cases whose consent ended by itself are read by everybody, some minutes after midnight. Every evening: the
/// log has one entry for each request and nobody outside the consent stands in it as a reader; the rows of every case that
/// something happened in; those cases' projections; a case that changed its state is read by everybody. Every seventh
/// evening: the rows of all open cases, and the lists of duties. After 1, 2, 4, 8 … evenings: the whole log. At the end
/// everything once more.
class Promises {
    /// Somebody in one of their roles today.
    struct Reader {
        Who who;
        PersonId person;
        UnitId unit;
        AgencyId agency;
        std::string agency_kind;
    };
    struct Known {
        CaseId id;
        Date born;
        std::string state;  // as it was seen last, with "resting" for one whose consent does not hold
    };

    Town& town_;
    Chance chance_;  // of its own: that somebody looks changes nobody's life
    std::vector<std::string> broken_;
    std::map<int, Known> cases_;  // by the proposal's number
    std::map<std::string, int> case_of_pseudonym_;
    std::map<std::string, PersonId> person_of_pseudonym_;
    std::set<PersonId> named_;  // whose pseudonym is known
    std::map<std::string, UnitId> unit_of_pseudonym_;
    std::map<UnitId, AgencyId> agency_of_unit_;
    std::int64_t next_entry_ = 0, requests_logged_ = 0, systems_logged_ = 0;
    std::set<int> touched_;
    int evenings_ = 0;
    std::int64_t reads_ = 0;

    void found(const std::string& promise, const Page& page, const std::string& what);
    void found(const std::string& promise, const std::string& what);
    Instant now() const { return town_.clock().now(); }
    Page page_of(int nomination);
    void learn_cases();
    std::vector<Reader> readers();
    /// "resting" when the consent does not hold; else the newest step's state.
    static std::string effective(const Page& page, Instant at);
    static bool is_open(const Page& page, Instant at);
    static bool is_over(const std::string& state);

    // promises.cpp
    void read_log();
    void judge_entry(const boost::json::object& entry, std::map<int, Page>& pages);
    void verify_log();
    void projections(const std::set<int>& cases);
    // promises_rows.cpp
    void rows(const Page& page);
    void meetings_within_consent(const Page& page);
    void nothing_shared_before(const Page& page);
    void commitments_have_owners(const Page& page);
    void every_commitment_followed_up(const Page& page);
    void one_state_at_a_time(const Page& page);
    // promises_reading.cpp
    bool may_read_room(const Page& page, const Reader& reader, Instant at) const;
    bool manages(const Page& page, const Reader& reader, Instant at) const;
    bool may_read_file(const Page& page, const Reader& reader, Instant at) const;
    void read_as_everybody(const Page& page, bool every_address);
    void nothing_on_any_address(const Page& page, const Reader& reader);
    void expect(const Page& page, const Reader& reader, const std::string& address, bool open);
    // promises_duties.cpp
    void duties_on_lists();

public:
    Promises(Town& town, std::uint64_t seed) : town_(town), chance_(seed ^ 0x6c6f6f6bU) {}

    /// Some minutes into that day, before anybody has done anything.
    void at_night(Date day);
    /// When everybody has gone home; and ten minutes before midnight where a consent ends with the day.
    void in_the_evening(Date day);
    void at_the_end();

    /// What was found not to hold: the promise, the day, the case and what it was. Empty: everything held.
    const std::vector<std::string>& broken() const { return broken_; }
    /// How many times somebody read in order to look.
    std::int64_t reads() const { return reads_; }
};

}  // namespace lots::sim
