#include "plan/picture.h"

#include <doctest/doctest.h>

using namespace lots;
using namespace lots::plan;

namespace {

Commitment a_commitment(int number, const std::string& plain_words)
{
    Commitment one;
    one.number = number;
    one.draft.measure = "Studieplan";
    one.draft.plain_words = plain_words;
    one.draft.start_on = 2026y / 5 / 11;
    one.draft.last_day = 2026y / 6 / 11;
    one.draft.made_at = at_local(2026y / 5 / 4, 12, 0);
    return one;
}

}  // namespace

TEST_CASE("A commitment is a bar from its first to its last day, with what it waits for")
{
    auto one = a_commitment(2, "");
    one.draft.after = 1;
    one.status = Status::ongoing;
    const auto bars = bars_of(Language::sv, {one});
    REQUIRE(bars.size() == 1);
    CHECK(bars[0].number == 2);
    CHECK(bars[0].text == "Studieplan");
    CHECK(bars[0].from == 2026y / 5 / 11);
    CHECK(bars[0].last_day == 2026y / 6 / 11);
    CHECK(bars[0].after == 1);
    CHECK(bars[0].state == html::BarState::ongoing);
    CHECK_FALSE(bars[0].state_words.empty());
}

TEST_CASE("What has no first day begins on the day it was worded")
{
    auto one = a_commitment(1, "");
    one.draft.start_on.reset();
    CHECK(bars_of(Language::sv, {one}).front().from == 2026y / 5 / 4);
}

TEST_CASE("A day moved at a meeting counts for the wording that was decided, not for a newer draft")
{
    auto one = a_commitment(1, "");
    one.decided = one.draft;
    one.moved_to = 2026y / 6 / 20;
    CHECK(bars_of(Language::sv, {one}).front().last_day == 2026y / 6 / 20);
    one.draft.seq = one.decided->seq + 1;
    one.draft.last_day = 2026y / 6 / 14;
    CHECK(bars_of(Language::sv, {one}).front().last_day == 2026y / 6 / 14);
}

TEST_CASE("What was taken out or cancelled is not drawn")
{
    auto out = a_commitment(1, ""), off = a_commitment(2, "");
    out.draft.dropped = true;
    off.status = Status::cancelled;
    CHECK(bars_of(Language::sv, {out, off}).empty());
    CHECK(bars_of(Language::sv, {}).empty());
}

TEST_CASE("settled-30 What an agency has not done is drawn as missed; what the young person or a guardian promised never is")
{
    auto one = a_commitment(1, "");
    one.status = Status::not_done;
    CHECK(bars_of(Language::sv, {one}).front().state == html::BarState::missed);
    for (const auto owner : {Owner::youth, Owner::guardian}) {
        one.draft.owner = owner;
        CHECK(bars_of(Language::sv, {one}).front().state == html::BarState::planned);
    }
}

TEST_CASE("UX 3.5 How heavy the plain words are is said with LIX and the longest sentence; without words nothing is said")
{
    CHECK(readability_words(Language::sv, {}).empty());
    CHECK(readability_words(Language::sv, {a_commitment(1, "")}).empty());
    CHECK(readability_words(Language::sv, {a_commitment(1, "Din mentor Ali hjälper dig."), a_commitment(2, "Du går till skolan.")}) ==
          "Läsbarhet: LIX 16, lätt. Den längsta meningen har 5 ord.");
    CHECK(plain_readability({a_commitment(1, "Din mentor Ali hjälper dig."), a_commitment(2, "Du går till skolan.")}).lix() == 16);
    CHECK(readability_words(Language::sv, {a_commitment(1, "Frånvarorapportering")}).find("svår") != std::string::npos);
    auto out = a_commitment(1, "Frånvarorapportering");
    out.draft.dropped = true;
    CHECK(readability_words(Language::sv, {out}).empty());
}
