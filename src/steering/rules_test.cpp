#include "steering/rules.h"

#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace lots;
using namespace lots::steering;

namespace {

/// What everybody can read: "- - 9 | 21".
std::string published(const Shown& shown)
{
    std::string all;
    for (const auto& count : shown.counts) all += (count ? std::to_string(*count) : std::string("-")) + " ";
    return all + "| " + (shown.total ? std::to_string(*shown.total) : std::string("-"));
}

/// Every way in which `size` counts of 0 to `most` can be.
std::vector<std::vector<int>> all_counts(std::size_t size, int most)
{
    std::vector<std::vector<int>> all{{}};
    for (std::size_t i = 0; i < size; ++i) {
        std::vector<std::vector<int>> longer;
        for (const auto& begun : all)
            for (int count = 0; count <= most; ++count) {
                longer.push_back(begun);
                longer.back().push_back(count);
            }
        all = std::move(longer);
    }
    return all;
}

constexpr int most = 11;

}  // namespace

TEST_CASE("settled-31 A group of fewer than five is hidden, and so is the one that the total would show it with")
{
    CHECK(published(hide_few({7, 9, 12})) == "7 9 12 | 28");
    CHECK(published(hide_few({5})) == "5 | 5");
    CHECK(published(hide_few({4})) == "- | -");
    CHECK(published(hide_few({4, 9, 12})) == "- - 12 | 25");  // 25 - 9 - 12 would be 4
    CHECK(published(hide_few({2, 3, 20})) == "- - 20 | 25");  // five of them, in which way nobody can tell
    CHECK(published(hide_few({1, 2, 20})) == "- - - | 23");   // 23 - 20 would be three young people
    CHECK(published(hide_few({5, 4, 4})) == "- - - | 13");    // eight in two hidden groups can only be four and four
    CHECK(published(hide_few({3, 5, 5})) == "- - - | 13");    // of two of the same size none is shown: which one would tell
    CHECK(published(hide_few({0, 0, 3})) == "- - - | -");
    CHECK(published(hide_few({})) == "| -");
}

TEST_CASE("settled-31 Whatever the counts are, none below five is shown and the hidden ones are five or more together")
{
    for (std::size_t size = 1; size <= 4; ++size)
        for (const auto& counts : all_counts(size, most)) {
            const auto shown = hide_few(counts);
            int hidden = 0, sum = 0;
            bool shows_few = false;
            for (std::size_t i = 0; i < size; ++i) {
                if (shown.counts[i]) {
                    shows_few = shows_few || *shown.counts[i] < fewest_shown || *shown.counts[i] != counts[i];
                    continue;
                }
                ++hidden;
                sum += counts[i];
            }
            const bool told_by_total = shown.total && hidden > 0 && (hidden == 1 || sum < fewest_shown);
            if (shows_few || told_by_total) FAIL_CHECK(published(shown));
        }
}

TEST_CASE("settled-31 Who knows the rule finds no hidden count either: each can always be at least two different numbers")
{
    for (std::size_t size = 1; size <= 4; ++size) {
        std::map<std::string, std::vector<std::set<int>>> possible;  // by what is published: what each hidden count can be
        for (const auto& counts : all_counts(size, most)) {
            const auto shown = hide_few(counts);
            auto& values = possible.try_emplace(published(shown), size).first->second;
            for (std::size_t i = 0; i < size; ++i)
                if (!shown.counts[i]) values[i].insert(counts[i]);
        }
        for (const auto& [text, values] : possible)
            for (std::size_t i = 0; i < size; ++i)
                if (values[i].size() == 1) FAIL_CHECK(text << " tells number " << i + 1);
    }
}

TEST_CASE("settled-31, S4-48 The local steering group has the counts of cases as they are")
{
    CHECK(published(show_all({1, 0, 9})) == "1 0 9 | 10");
    CHECK_FALSE(show_all({1, 0, 9}).hides());
    CHECK(hide_few({1, 0, 9}).hides());
    CHECK_FALSE(hide_few({6, 9}).hides());
    CHECK_FALSE(unless_few(4).has_value());
    CHECK(unless_few(5) == 5);
}

TEST_CASE("S1-36, settled-31 A quarter is broken down when it has ended, for a quarter that goes on differs by one young "
          "person a day")
{
    const Quarter third{2026, 3};
    CHECK_FALSE(may_break_down(third, 2026y / 9 / 29));
    CHECK_FALSE(may_break_down(third, 2026y / 9 / 30));  // its last day is part of it
    CHECK(may_break_down(third, 2026y / 10 / 1));
}

TEST_CASE("S1-36 The year has four quarters, one after the other")
{
    CHECK(quarter_of(2026y / 1 / 1) == Quarter{2026, 1});
    CHECK(quarter_of(2026y / 3 / 31) == Quarter{2026, 1});
    CHECK(quarter_of(2026y / 4 / 1) == Quarter{2026, 2});
    CHECK(quarter_of(2026y / 12 / 31) == Quarter{2026, 4});
    CHECK(first_day({2026, 3}) == 2026y / 7 / 1);
    CHECK(last_day({2026, 3}) == 2026y / 9 / 30);
    CHECK(last_day({2026, 4}) == 2026y / 12 / 31);
    CHECK(before({2026, 1}) == Quarter{2025, 4});
    CHECK(after({2026, 4}) == Quarter{2027, 1});
    CHECK(quarters_until(2026y / 2 / 3, 3) == std::vector<Quarter>{{2026, 1}, {2025, 4}, {2025, 3}});
    CHECK(read_quarter("2026-3") == Quarter{2026, 3});
    for (const auto* wrong : {"", "2026", "2026-5", "2026-0", "2026-03", "26-1", "2026-1 ", "x-1", "-1", "2026-"}) {
        CAPTURE(wrong);
        CHECK_FALSE(read_quarter(wrong).has_value());
    }
}

TEST_CASE("S4-41 The day in the middle is told from five cases on")
{
    CHECK_FALSE(median_of({}).has_value());
    CHECK_FALSE(median_of({9, 9, 9, 9}).has_value());
    CHECK(median_of({30, 1, 9, 2, 14}) == 9);
    CHECK(median_of({1, 2, 8, 9, 14, 30}) == 9);  // between 8 and 9
}
