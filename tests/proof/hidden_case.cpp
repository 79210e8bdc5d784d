#include "proof/hidden_case.h"

#include <boost/json.hpp>

#include "base/bytes.h"

namespace lots::test {

using form::JsonWriter;

namespace {

const std::set<std::string> social_services{"sara.lind", "amir.haddad", "karin.ostberg"};
/// Of the group, from other agencies; and those who have no part in it, with a manager who has a little.
const std::set<std::string> members{"jonas.ek", "elin.berg", "ali.nouri"};
const std::set<std::string> outside{"hanna.rektor", "omar.farah", "mia.holm", "eva.ternstrom"};

std::set<std::string> and_outside(std::set<std::string> some)
{
    some.insert(outside.begin(), outside.end());
    return some;
}

/// The hidden facts take the place of what the tale says.
std::string with_hidden(const std::string& path, const std::string& told)
{
    auto body = boost::json::parse(told).as_object();
    const bool of_nils = told.find("Nils") != std::string::npos;
    if (path.ends_with("/signatories") && of_nils) {
        body["protected_identity"] = "protected_registration";
        body["contact"] = hidden_contact;
    }
    if (path.ends_with("/signatories/3/conversations")) body["note"] = hidden_talk;
    if (path.ends_with("/answers")) {
        body["original_kept_at"] = hidden_paper;
        // A line of its own after the first one of the paper.
        const std::string paper = app::tale_form(), first = paper.substr(0, paper.find('\n') + 1);
        const std::string scanned = to_base64(bytes_of(first + "%" + hidden_form + "\n" + paper.substr(first.size())));
        body["signed_form"].as_object()["content"] = scanned;
    }
    if (path.ends_with("/nominations")) body["reason"] = hidden_reason;
    if (path.ends_with("/review")) body["why"] = hidden_why;
    return boost::json::serialize(body);
}

}  // namespace

const std::vector<Hidden>& hidden()
{
    static const std::vector<Hidden> all{
        {"where the protected guardian is (edge-4.5)", hidden_contact},
        {"the protected guardian's name (edge-4.5, settled-6, settled-18)", "Nils Karlberg", {}, social_services},
        {"that somebody lives under protection (edge-4.5, settled-18)", "kyddade personuppgifter", {}, social_services},
        {"which school the file names (edge-4.5)", hidden_school, {}, social_services},
        {"what the protected guardian said when asked (settled-6)", hidden_talk, {}, social_services},
        {"where the signed form is kept (settled-18)", hidden_paper, {}, social_services},
        {"the signed form that was scanned (settled-18)", hidden_form, and_outside(members)},
        {"what was answered about research (settled-18)", "follow_up_answer", and_outside(members)},
        {"why the case was taken up (settled-18)", hidden_why, {}, social_services},
        {"what the proposal says, from those who did not write it (settled-20)",
         hidden_reason,
         {"lena.karlberg", "elin.berg", "ali.nouri", "omar.farah", "nina.bup", "petra.dahl", "hanna.rektor",
          "ingrid.fritidschef"}},
        {"the young person's number, from members who did not write it (settled-18)",
         "20100104-2397",
         {"elin.berg", "ali.nouri", "hanna.rektor"}},
        {"the young person's number, from members who did not write it (settled-18)",
         "201001042397",
         {"elin.berg", "ali.nouri", "hanna.rektor"}},
        {"a picture that is not released (settled-21)", hidden_picture, and_outside({"lena.karlberg"})},
        {"a suspicion that is not released (settled-21)", hidden_suspicion, and_outside({"lena.karlberg"})},
        {"a note to the school alone (settled-21, settled-33)",
         hidden_note,
         and_outside({"sam", "lena.karlberg", "ali.nouri", "amir.haddad"})},
        {"the young person's own words, nobody ticked (settled-22)", hidden_words, {}, {"sam", "sara.lind"}}};
    return all;
}

HiddenCase::HiddenCase(World& world) : tale_(world.program->site(), world.clock, app::demo().password)
{
    tale_.retell = with_hidden;
    const app::TaleYouth sam{"Sam",
                             "Karlberg",
                             "201001042397",
                             2010y / 1 / 4,
                             {{"youth", "Sam Karlberg", "sam"},
                              {"guardian", "Lena Karlberg", "lena.karlberg"},
                              {"guardian", "Nils Karlberg", ""}}};
    nomination = tale_.propose(sam);
    tale_.take_up(nomination);
    number = tale_.offer(nomination);
    post("sara.lind", "/school", [](JsonWriter& json) { json.pair("school", hidden_school).pair("organiser", "independent"); });
    tale_.ask(number, sam);
    for (int line = 1; line <= 3; ++line) tale_.sign(number, line);
    tale_.form_group(number);
    tale_.make_plan(number);
    const auto day = add_days(tale_.today(), 1);
    tale_.call(number, day, 13);
    post("sam", "/youth-words", [](JsonWriter& json) { json.pair("text", hidden_words).pair("seq_seen", 0); });
    tale_.at(day, 14);
    post("elin.berg", "/meetings/1/own-picture", [](JsonWriter& json) {
        json.name("kinds").array().value("school").end_array().pair("text", hidden_picture);
    });
    post("jonas.ek", "/suspicions", [&](JsonWriter& json) {
        json.pair("officer", "2").pair("told_on", tale_.today()).pair("text", hidden_suspicion);
    });
    post("jonas.ek", "/notes", [&](JsonWriter& json) {
        json.pair("kind", "information").pair("seen_on", tale_.today()).pair("basis", "new_concern").pair("third_party", false);
        json.pair("text", hidden_note).name("readers").array().value("member-3").end_array();
    });
    tale_.meet(number, 1, {1, 2, 3}, add_days(day, 20));
}

void HiddenCase::post(const std::string& who, const std::string& rest, const app::Tale::Write& write)
{
    tale_.post(who, "/api/v1/cases/" + number + rest, write);
}

}  // namespace lots::test
