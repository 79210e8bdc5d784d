#include <algorithm>

#include <doctest/doctest.h>

#include "messages/tool/catalogue.h"

// What the build says when a catalogue is wrong: the file, the line and what to do.
using namespace lots::catalogue;

namespace {

/// The problems of two catalogues of one file each, as the build writes them.
std::vector<std::string> problems_of(std::string_view sv, std::string_view en)
{
    Problems problems;
    const auto swedish = read_messages("sv/a.msg", sv, problems);
    const auto english = read_messages("en/a.msg", en, problems);
    pair_up(swedish, english, problems);
    std::vector<std::string> written;
    for (const auto& problem : problems) written.push_back(problem.written());
    return written;
}

/// The one problem, when the Swedish and the English text of the key a.b are these.
std::string problem_of(const std::string& sv, const std::string& en)
{
    const auto problems = problems_of("a.b = " + sv + "\n", "a.b = " + en + "\n");
    REQUIRE(problems.size() == 1);
    return problems.front();
}

bool is_right(const std::string& sv, const std::string& en) { return problems_of("a.b = " + sv, "a.b = " + en).empty(); }

std::vector<Message> read_right(std::string_view content)
{
    Problems problems;
    auto messages = read_messages("sv/a.msg", content, problems);
    for (const auto& problem : problems) FAIL_CHECK(problem.written());
    return messages;
}

}  // namespace

TEST_CASE("A file has a key and its text on each line, comments, and lines that go on")
{
    const auto messages =
        read_right("# words\n\na.one = Ett = 1\r\na.two   =   Två\n  delar {x, plural,\n   one {# sak}\n  other {# saker}}\n"
                   "a.three = rad\\nrad");
    REQUIRE(messages.size() == 3);
    CHECK(messages[0].key == "a.one");
    CHECK(messages[0].pattern == "Ett = 1");
    CHECK(messages[0].line == 3);
    CHECK(messages[1].pattern == "Två delar {x, plural, one {# sak} other {# saker}}");
    CHECK(messages[2].pattern == "rad\nrad");
    CHECK(messages[2].line == 8);
}

TEST_CASE("A text may begin on the line after its key")
{
    const auto messages = read_right("a.one =\n  Ett\n  två\n");
    REQUIRE(messages.size() == 1);
    CHECK(messages[0].pattern == "Ett två");
}

TEST_CASE("A line that cannot be read is named with its file and number")
{
    CHECK(problems_of("a.b = x\nnothing here\n", "a.b = x\n") ==
          std::vector<std::string>{"sv/a.msg:2: expected `key = text`; a line that goes on begins with two spaces"});
    CHECK(problems_of("  goes on\n", "") ==
          std::vector<std::string>{"sv/a.msg:1: the line goes on with a message, but there is none above it"});
    CHECK(problems_of("a.b = x\n\n  after a gap\n", "a.b = x") ==
          std::vector<std::string>{"sv/a.msg:3: the line goes on with a message, but there is none above it"});
    CHECK(problems_of("a.b =\n", "a.b = x\n").front() == "sv/a.msg:1: 'a.b' has no text");
    for (const auto* key : {"A.b", "a", "a.", ".a", "a..b", "a b.c", "a-b.c", "å.b"}) {
        CHECK(problems_of(std::string(key) + " = x", "").front() ==
              "sv/a.msg:1: '" + std::string(key) + "' is not a key: lower case with dots, consent.scope.label");
    }
}

TEST_CASE("Text that would look right in the file and wrong on the page is refused")
{
    CHECK(problems_of("a.b = \xe5\n", "").front() == "sv/a.msg:1: the line is not valid UTF-8");
    CHECK(problems_of("a.b = A\u030a\n", "").front() == "sv/a.msg:1: the line is not in NFC (composed letters)");
    CHECK(problems_of("a.b = \x01\n", "").front() == "sv/a.msg:1: the line holds a control character");
    CHECK(problems_of("a.b = a\tb\n", "").front() == "sv/a.msg:1: the line holds a control character");
}

TEST_CASE("A key that one language lacks, or has twice, breaks the build")
{
    CHECK(problems_of("a.b = x\na.c = y\n", "a.b = x\n") ==
          std::vector<std::string>{"sv/a.msg:2: 'a.c' has no English text"});
    CHECK(problems_of("a.b = x\n", "a.b = x\na.c = y\n") ==
          std::vector<std::string>{"en/a.msg:2: 'a.c' has no Swedish text"});
    CHECK(problems_of("a.b = x\na.b = y\n", "a.b = x\n") ==
          std::vector<std::string>{"sv/a.msg:2: 'a.b' is already at sv/a.msg:1"});
}

TEST_CASE("A placeholder that one language lacks breaks the build")
{
    CHECK(problem_of("Hej {name}", "Hello") == "en/a.msg:1: 'a.b' {name} is in Swedish but not in English");
    CHECK(problem_of("Hej", "Hello {name}") == "en/a.msg:1: 'a.b' {name} is in English but not in Swedish");
    CHECK(problems_of("a.b = Hej {name}", "a.b = Hello {nam}").size() == 2);
}

TEST_CASE("A placeholder that is counted in one language may not be chosen by in the other")
{
    CHECK(problem_of("{x, plural, one {a} other {b}}", "{x, select, one {a} other {b}}") ==
          "en/a.msg:1: 'a.b' {x} is used in another way, or with other options, than in Swedish");
    CHECK(problem_of("{x, select, ja {a} other {b}}", "{x, select, yes {a} other {b}}") ==
          "en/a.msg:1: 'a.b' {x} is used in another way, or with other options, than in Swedish");
    // English often needs a plural where Swedish has one form for both.
    CHECK(is_right("{n} förslag", "{n, plural, one {# proposal} other {# proposals}}"));
    CHECK(
        is_right("{n, plural, one {# ärende} other {# ärenden}}, {n} i allt", "{n, plural, one {# case} other {# cases}}"));
    CHECK(is_right("{x, select, b {B} a {A} other {C}}", "{x, select, a {A} b {B} other {C}}"));
}

TEST_CASE("A pattern that ICU cannot read breaks the build, and shows where")
{
    CHECK(problem_of("Hej {name", "Hello {name}")
              .starts_with("sv/a.msg:1: 'a.b' cannot be read (U_UNMATCHED_BRACES) near \"Hej {name\""));
    CHECK(problem_of("{n, plural, one {x}}", "{n}").starts_with("sv/a.msg:1: 'a.b' cannot be read"));
    CHECK(problem_of("{0}", "x").starts_with("sv/a.msg:1: 'a.b' {0} is not a name"));
    CHECK(problem_of("{Name}", "x").starts_with("sv/a.msg:1: 'a.b' {Name} is not a name"));
    CHECK(problem_of("{day, date}", "x").starts_with("sv/a.msg:1: 'a.b' {day} is formatted by the program"));
    CHECK(problem_of("{n, choice, 0#none|1#one}", "x")
              .starts_with("sv/a.msg:1: 'a.b' {n} is of a kind that is not used here"));
}

TEST_CASE("A text keeps what the program needs of it and no more")
{
    Problems problems;
    const auto kept = [&](const char* pattern) { return read_pattern({"a.b", pattern, "sv/a.msg", 1}, "sv", problems); };
    CHECK(kept("It's done").text == "It's done");
    CHECK(kept("Skriv '{'namn'}'").text == "Skriv {namn}");
    CHECK(kept("Hej {name}, {name}!").text == "Hej \1name\2, \1name\2!");
    CHECK(kept("Hej {name}, {name}!").placeholders.size() == 1);
    const auto counted = kept("{n, plural, one {# sak till {name}} other {# saker till {name}}}");
    CHECK(counted.rich);
    CHECK(counted.placeholders.at("n").use == Use::number);
    CHECK(counted.placeholders.at("name").use == Use::value);
    CHECK(problems.empty());
}

TEST_CASE("A room sees its own texts, those of the rooms below it, and those that no room owns")
{
    Problems problems;
    std::vector<Message> messages;
    for (const auto* file : {"text/sv/common.msg", "text/sv/consent.msg", "text/sv/consent_letter.msg", "text/sv/plan.msg",
                             "text/sv/meeting.msg"}) {
        messages.push_back({"key." + std::to_string(messages.size()), "x", file, 1});
    }
    const auto entries = pair_up(messages, messages, problems);
    Rooms rooms;
    for (const auto* room : {"consent=base", "plan=consent,base", "meeting=plan"}) add_room(room, rooms);

    const auto keys = [&](const char* room) {
        std::string all;
        for (const auto& entry : visible_to(room, entries, rooms)) all += entry.sv.key.back();
        return all;
    };
    CHECK(keys("consent") == "012");
    CHECK(keys("plan") == "0123");
    CHECK(keys("meeting") == "01234");
    CHECK(keys("elsewhere") == "0");
}

TEST_CASE("The keys are generated in order, whatever order they are written in")
{
    Problems problems;
    const auto messages = read_right("b.b = x\na.b = y\n");
    const auto header = keys_header(pair_up(messages, messages, problems));
    CHECK(problems.empty());
    CHECK(header.find("{\"a.b\", 3}") < header.find("{\"b.b\", 3}"));
    CHECK(header.find("{\"b.b\", 3}") != std::string::npos);
}

TEST_CASE("Quotes, backslashes and marks come through the generated source")
{
    Problems problems;
    const auto messages = read_right("a.b = Säg \"hej\" till {name} \\n C:\\\\x\n");
    const auto source = catalogue_source(pair_up(messages, messages, problems));
    CHECK(problems.empty());
    CHECK(source.find(R"("Säg \"hej\" till \001name\002 \n C:\\\\x")") != std::string::npos);
}
