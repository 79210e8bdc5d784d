#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "storage/migrate.h"
#include "support/places.h"

// What lay in a database before a migration made its table anew lies there afterwards, and is kept as before.
using namespace lots;
using namespace lots::storage;
using lots::test::on_both_engines;
using lots::test::Place;

namespace {

using Words = std::optional<std::string>;

/// An id that tells by its number what it is of.
Bytes id(std::uint8_t number) { return Bytes(16, number); }

const Bytes here = id(1), agency = id(2), person = id(3), youth = id(4), a_case = id(5), member = id(6), signatory = id(7), meeting = id(8),
            goal = id(9), commitment = id(10), helper = id(11), sealed{5, 4, 3};

/// A case of the schema that migration 21 left, with a meeting to which two were called, three notes and a helper.
class OldCase {
public:
    std::unique_ptr<Store> store;

    explicit OldCase(const Place& place) : store(place.open())
    {
        migrate(*store, migrations_of("data").first(21));
        add("INSERT INTO municipality (municipality, code, name, official_code, kind, profile, staff_unit, made_at) "
            "VALUES ($1, 'ekvik', 'Ekvik', '0000', 'test', '{}', $2, 1)", here, id(12));
        add("INSERT INTO agency (municipality, id, code, kind, name, made_at) VALUES ($1, $2, 'polisen', 'police', 'Polisen', 1)", here, agency);
        add("INSERT INTO person (municipality, id, handle, name_sealed, language, made_at) VALUES ($1, $2, 'jonas', $3, 'sv', 1)", here, person,
            sealed);
        add("INSERT INTO youth (municipality, id, unit, made_at) VALUES ($1, $2, $3, 1)", here, youth, id(12));
        add("INSERT INTO sig_case (municipality, id, youth, nomination_number, social_unit, room_unit, made_at) "
            "VALUES ($1, $2, $3, 1, $4, $4, 1)", here, a_case, youth, id(12));
        add("INSERT INTO membership (municipality, id, case_id, number, agency, unit, person, function, knows_youth, reason_sealed, from_day, "
            "made_at, made_by) VALUES ($1, $2, $3, 1, $4, $5, $6, 'police_officer', 1, $7, '2026-05-10', 1, $6)",
            here, member, a_case, agency, id(12), person, sealed);
        add("INSERT INTO signatory (municipality, id, case_id, number, role, name_sealed, protected_identity, custody_source, "
            "custody_checked_on, language_sealed, added_at, added_by) VALUES ($1, $2, $3, 1, 'youth', $4, 'none', 'population_register', "
            "'2026-05-10', $4, 1, $5)", here, signatory, a_case, sealed, person);
        add("INSERT INTO meeting (municipality, id, case_id, number, kind, starts_at, length_minutes, form, place_sealed, called_at, called_by, "
            "call_how) VALUES ($1, $2, $3, 1, 'individual', 2, 60, 'in_person', $4, 1, $5, 'in_lots')", here, meeting, a_case, sealed, person);
        add("INSERT INTO invitation (municipality, meeting, line, membership, signatory) VALUES ($1, $2, 1, $3, NULL)", here, meeting, member);
        add("INSERT INTO invitation (municipality, meeting, line, membership, signatory) VALUES ($1, $2, 2, NULL, $3)", here, meeting,
            signatory);
        add("INSERT INTO attendance (municipality, meeting, line, seq, presence, reason_sealed, made_at, made_by) "
            "VALUES ($1, $2, 1, 1, 'absent', $3, 3, $4)", here, meeting, sealed, person);
        add("INSERT INTO attendance (municipality, meeting, line, seq, presence, made_at, made_by, substitute_name_sealed, substitute_function) "
            "VALUES ($1, $2, 1, 2, 'substitute', 4, $3, $4, 'area_police')", here, meeting, person, sealed);
        add("INSERT INTO goal (municipality, id, case_id, number, made_at) VALUES ($1, $2, $3, 1, 1)", here, goal, a_case);
        add("INSERT INTO commitment (municipality, id, case_id, goal, number, made_at) VALUES ($1, $2, $3, $4, 1, 1)", here, commitment, a_case,
            goal);
        add_note(1, "commitment", commitment, false);
        add_note(2, "new_concern", std::nullopt, false);
        add_note(3, "new_concern", std::nullopt, true);
        add("INSERT INTO note_reader (municipality, note, line, membership, signatory) VALUES ($1, $2, 1, $3, NULL)", here, id(102), member);
        add("INSERT INTO note_reader (municipality, note, line, membership, signatory) VALUES ($1, $2, 2, NULL, $3)", here, id(102), signatory);
        add("INSERT INTO helper (municipality, id, case_id, number, name_sealed, relation, task_sealed, wish_sealed, wished_on, made_at, made_by) "
            "VALUES ($1, $2, $3, 1, $4, 'coach', $4, $4, '2026-05-10', 1, $5)", here, helper, a_case, sealed, person);
        add("INSERT INTO helper_own_secrecy (municipality, helper, told_on, duty_sealed, made_at, made_by) "
            "VALUES ($1, $2, '2026-05-11', $3, 5, $4)", here, helper, sealed, person);
        add("INSERT INTO agency (municipality, id, code, kind, name, made_at) VALUES ($1, $2, 'norr', 'social_services', 'Norr', 1)", here, id(13));
        for (const auto& [unit, of, code] : {std::tuple{id(14), agency, "polis-norr"}, std::tuple{id(15), id(13), "utredning-norr"}})
            add("INSERT INTO unit (municipality, id, agency, code, name, made_at) VALUES ($1, $2, $3, $4, 'Enheten', 1)", here, unit, of, code);
        for (const auto& [district, code] : {std::pair{id(16), "norr"}, std::pair{id(17), "polisen"}})
            add("INSERT INTO district (municipality, id, code, name, made_at) VALUES ($1, $2, $3, 'Norr', 1)", here, district, code);
    }

    template <class... P>
    void add(Sql sql, const P&... parameters)
    {
        store->write({[&](Session& session) {
                          session.run(sql, parameters...);
                          return Outcome::keep;
                      },
                      {}});
    }
    template <class Read, class... P>
    auto rows(Sql sql, Read read, const P&... parameters)
    {
        std::vector<std::invoke_result_t<Read, const Row&>> found;
        store->read([&](Session& session) { found = session.all(sql, read, parameters...); });
        return found;
    }
    /// Which of our own rules refuses this.
    std::optional<ConstraintFailure::Rule> refusal(const char* sql)
    {
        try {
            store->write({[&](Session& session) {
                              session.script(sql);
                              return Outcome::keep;
                          },
                          {}});
        } catch (const ConstraintFailure& failure) {
            return failure.rule();
        }
        return std::nullopt;
    }
    void up_to(std::size_t last) { migrate(*store, migrations_of("data").first(last)); }

private:
    void add_note(std::uint8_t number, const char* basis, const std::optional<Bytes>& rests_on, bool no_basis)
    {
        add("INSERT INTO note (municipality, id, case_id, number, kind, seen_on, part_of_day, basis, commitment, third_party, text_sealed, "
            "district_sealed, agency, made_at, made_by, no_basis) "
            "VALUES ($1, $2, $3, $4, 'observation', '2026-05-12', 'night', $5, $6, 1, $7, $7, $8, 6, $9, $10)",
            here, id(static_cast<std::uint8_t>(100 + number)), a_case, int{number}, basis, rests_on, sealed, agency, person, no_basis);
    }
};

}  // namespace

TEST_CASE("S1-34 Who was called before helpers could be, and who came, stand in the call as before")
{
    on_both_engines([](const Place& place) {
        OldCase old(place);
        old.up_to(22);
        using Called = std::tuple<int, std::optional<Bytes>, std::optional<Bytes>, std::optional<Bytes>>;
        const auto called = [&] {
            return old.rows("SELECT line, membership, signatory, helper FROM invitation WHERE municipality = $1 AND meeting = $2 ORDER BY line",
                            [](const Row& row) {
                                return Called{row.get<int>(0), row.get<std::optional<Bytes>>(1), row.get<std::optional<Bytes>>(2),
                                              row.get<std::optional<Bytes>>(3)};
                            },
                            here, meeting);
        };
        CHECK(called() == std::vector<Called>{{1, member, std::nullopt, std::nullopt}, {2, std::nullopt, signatory, std::nullopt}});
        using Came = std::tuple<int, int, std::string, std::optional<Bytes>, std::int64_t, Bytes, std::optional<Bytes>, Words>;
        const auto came = old.rows("SELECT line, seq, presence, reason_sealed, made_at, made_by, substitute_name_sealed, substitute_function "
                                   "FROM attendance WHERE municipality = $1 AND meeting = $2 ORDER BY line, seq",
                                   [](const Row& row) {
                                       return Came{row.get<int>(0), row.get<int>(1), row.get<std::string>(2), row.get<std::optional<Bytes>>(3),
                                                   row.integer(4), row.get<Bytes>(5), row.get<std::optional<Bytes>>(6), row.get<Words>(7)};
                                   },
                                   here, meeting);
        CHECK(came == std::vector<Came>{{1, 1, "absent", sealed, 3, person, std::nullopt, std::nullopt},
                                        {1, 2, "substitute", std::nullopt, 4, person, sealed, "area_police"}});

        old.add("INSERT INTO invitation (municipality, meeting, line, membership, signatory, helper) VALUES ($1, $2, 3, NULL, NULL, $3)", here,
                meeting, helper);
        old.add("INSERT INTO attendance (municipality, meeting, line, seq, presence, made_at, made_by) VALUES ($1, $2, 3, 1, 'present', 7, $3)",
                here, meeting, person);
        CHECK(called().size() == 3);
        for (const auto* sql : {"UPDATE invitation SET line = 9", "DELETE FROM invitation", "UPDATE attendance SET presence = 'present'",
                                "DELETE FROM attendance"})
            CHECK_MESSAGE(old.refusal(sql) == ConstraintFailure::Rule::append_only, sql);
        CHECK_THROWS_AS(old.add("INSERT INTO attendance (municipality, meeting, line, seq, presence, made_at, made_by) "
                                "VALUES ($1, $2, 4, 1, 'present', 7, $3)", here, meeting, person), Failure);  // nobody was called there
    });
}

TEST_CASE("S0-30 A note that rested on nothing says so once, and every note keeps its words and its readers")
{
    on_both_engines([](const Place& place) {
        OldCase old(place);
        old.up_to(23);
        using Note = std::tuple<Bytes, int, Words, std::optional<Bytes>>;
        const auto notes = old.rows("SELECT id, number, basis, commitment FROM note WHERE municipality = $1 ORDER BY number",
                                    [](const Row& row) {
                                        return Note{row.get<Bytes>(0), row.get<int>(1), row.get<Words>(2), row.get<std::optional<Bytes>>(3)};
                                    },
                                    here);
        CHECK(notes == std::vector<Note>{{id(101), 1, "commitment", commitment}, {id(102), 2, "new_concern", std::nullopt},
                                         {id(103), 3, std::nullopt, std::nullopt}});
        using Rest = std::tuple<Bytes, std::string, std::string, Words, bool, Bytes, std::optional<Bytes>, Bytes, std::int64_t, Bytes>;
        const auto rest = old.rows("SELECT case_id, kind, seen_on, part_of_day, third_party, text_sealed, district_sealed, agency, made_at, "
                                   "made_by FROM note WHERE municipality = $1",
                                   [](const Row& row) {
                                       return Rest{row.get<Bytes>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<Words>(3),
                                                   row.get<bool>(4), row.get<Bytes>(5), row.get<std::optional<Bytes>>(6), row.get<Bytes>(7),
                                                   row.integer(8), row.get<Bytes>(9)};
                                   },
                                   here);
        CHECK(rest == std::vector<Rest>(3, {a_case, "observation", "2026-05-12", "night", true, sealed, sealed, agency, 6, person}));
        using Reader = std::tuple<Bytes, int, std::optional<Bytes>, std::optional<Bytes>>;
        const auto readers = old.rows("SELECT note, line, membership, signatory FROM note_reader WHERE municipality = $1 ORDER BY line",
                                      [](const Row& row) {
                                          return Reader{row.get<Bytes>(0), row.get<int>(1), row.get<std::optional<Bytes>>(2),
                                                        row.get<std::optional<Bytes>>(3)};
                                      },
                                      here);
        CHECK(readers == std::vector<Reader>{{id(102), 1, member, std::nullopt}, {id(102), 2, std::nullopt, signatory}});

        for (const auto* sql : {"UPDATE note SET number = 9", "DELETE FROM note", "UPDATE note_reader SET line = 9", "DELETE FROM note_reader"})
            CHECK_MESSAGE(old.refusal(sql) == ConstraintFailure::Rule::append_only, sql);
        const auto write = [&](std::uint8_t number, const char* basis, const std::optional<Bytes>& rests_on) {
            old.add("INSERT INTO note (municipality, id, case_id, number, kind, seen_on, basis, commitment, third_party, text_sealed, agency, "
                    "made_at, made_by) VALUES ($1, $2, $3, $4, 'report', '2026-05-12', $5, $6, 0, $7, $8, 6, $9)",
                    here, id(static_cast<std::uint8_t>(100 + number)), a_case, int{number},
                    basis == nullptr ? std::optional<std::string>() : std::optional<std::string>(basis), rests_on, sealed, agency, person);
        };
        CHECK_THROWS_AS(write(4, nullptr, commitment), Failure);
        CHECK_THROWS_AS(write(4, "new_concern", commitment), Failure);
        CHECK_THROWS_AS(write(4, "commitment", std::nullopt), Failure);
        CHECK_THROWS_AS(write(4, "something", std::nullopt), Failure);
        CHECK_NOTHROW(write(4, nullptr, std::nullopt));
    });
}

TEST_CASE("edge-4.28 A duty of secrecy of the own that was written before it could be written anew is the first of its line")
{
    on_both_engines([](const Place& place) {
        OldCase old(place);
        old.up_to(23);
        using Duty = std::tuple<int, std::string, std::optional<Bytes>, std::int64_t, Bytes>;
        const auto duties = [&] {
            return old.rows("SELECT seq, told_on, duty_sealed, made_at, made_by FROM helper_own_secrecy WHERE municipality = $1 AND helper = $2 "
                            "ORDER BY seq",
                            [](const Row& row) {
                                return Duty{row.get<int>(0), row.get<std::string>(1), row.get<std::optional<Bytes>>(2), row.integer(3),
                                            row.get<Bytes>(4)};
                            },
                            here, helper);
        };
        CHECK(duties() == std::vector<Duty>{{0, "2026-05-11", sealed, 5, person}});
        old.add("INSERT INTO helper_own_secrecy (municipality, helper, seq, told_on, duty_sealed, made_at, made_by) "
                "VALUES ($1, $2, 1, '2026-05-12', NULL, 6, $3)", here, helper, person);
        CHECK(duties().size() == 2);
        for (const auto* sql : {"UPDATE helper_own_secrecy SET told_on = '2026-05-10'", "DELETE FROM helper_own_secrecy"})
            CHECK_MESSAGE(old.refusal(sql) == ConstraintFailure::Rule::append_only, sql);
    });
}

TEST_CASE("S2-04 A district board's units work in the district that has its code; other agencies' in the whole municipality")
{
    on_both_engines([](const Place& place) {
        OldCase old(place);
        old.up_to(23);
        const auto joined = old.rows("SELECT unit, district FROM unit_district WHERE municipality = $1",
                                     [](const Row& row) { return std::pair(row.get<Bytes>(0), row.get<Bytes>(1)); }, here);
        CHECK(joined == std::vector<std::pair<Bytes, Bytes>>{{id(15), id(16)}});
    });
}

TEST_CASE("edge-4.26 Every case that can still have duties is due at once after the upgrade, and one that only rests in the archive is not")
{
    on_both_engines([](const Place& place) {
        OldCase old(place);
        const Bytes archived = id(18);
        old.add("INSERT INTO sig_case (municipality, id, youth, nomination_number, social_unit, room_unit, made_at) "
                "VALUES ($1, $2, $3, 2, $4, $4, 1)", here, archived, youth, id(12));
        for (const auto& [which, state] : {std::tuple{a_case, "active"}, std::tuple{archived, "retained"}})
            old.add("INSERT INTO case_head (municipality, case_id, version, state, next_change_on, owner_unit) "
                    "VALUES ($1, $2, 1, $3, '2027-05-10', $4)", here, which, state, id(12));
        old.up_to(25);
        const auto due = old.rows("SELECT next_change_on FROM case_head WHERE municipality = $1 ORDER BY case_id",
                                  [](const Row& row) { return row.get<std::string>(0); }, here);
        CHECK(due == std::vector<std::string>{"1970-01-01", "2027-05-10"});
    });
}
