#include "closure/survey.h"

#include <algorithm>
#include <sstream>

#include "cases/page.h"
#include "cases/record.h"
#include "cases/sealed.h"
#include "form/json_writer.h"
#include "form/labels.h"

namespace lots::closure {

using access::Answer;
using access::Compartment;
using access::Operation;
using access::Role;
using storage::Row;
using vault::Field;

namespace {

template <std::size_t count>
std::vector<std::string_view> all_of(const std::array<std::string_view, count>& codes)
{
    return {codes.begin(), codes.end()};
}

struct Question {
    const char* name;
    std::string FillSurvey::*answer;
    std::vector<std::string_view> codes;
};

/// The questions that have codes, in order.
const std::vector<Question>& questions()
{
    static const std::vector<std::string_view> scale{"1", "2", "3", "4", "5"}, often{"never", "sometimes", "often"};
    static const std::vector<Question> all{
        {"occupation", &FillSurvey::occupation, {"school", "work", "activity", "nothing"}},
        {"housing", &FillSurvey::housing, {"family", "own", "placed", "unsure"}},
        {"leisure", &FillSurvey::leisure, often},
        {"company", &FillSurvey::company, often},
        {"crime", &FillSurvey::crime, {"none", "less", "same", "more"}},
        {"substances", &FillSurvey::substances, often},
        {"parents", &FillSurvey::parents, scale},
        {"heard", &FillSurvey::heard, scale},
        {"understandable", &FillSurvey::understandable, scale},
        {"kept_promises", &FillSurvey::kept_promises, scale},
        {"speed", &FillSurvey::speed, scale},
    };
    return all;
}

void survey_fields(form::Fields& form, FillSurvey& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.one_of("occasion", input.occasion, form.coded("occasion", all_of(occasions)));
    form.one_of("respondent", input.respondent, form.coded("respondent", all_of(respondents)));
    form.number("attendance", input.attendance, {.required = false, .lowest = 0, .highest = 100});
    form.number("adults", input.adults, {.required = false, .lowest = 0, .highest = 50});
    for (const auto& question : questions())
        form.one_of(question.name, input.*question.answer, form.coded(question.name, question.codes), {.required = false});
}

std::string lines_of(const FillSurvey& input)
{
    std::string lines;
    const auto add = [&](const std::string& name, const std::string& value) {
        if (!value.empty()) lines += name + "=" + value + "\n";
    };
    if (input.attendance) add("attendance", std::to_string(*input.attendance));
    if (input.adults) add("adults", std::to_string(*input.adults));
    for (const auto& question : questions()) add(question.name, input.*question.answer);
    return lines;
}

std::vector<std::pair<std::string, std::string>> answers_in(const std::string& lines)
{
    std::vector<std::pair<std::string, std::string>> answers;
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);)
        if (const auto cut = line.find('='); cut != std::string::npos)
            answers.emplace_back(line.substr(0, cut), line.substr(cut + 1));
    return answers;
}

Result<web::Prepared<FillSurvey>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::decide_closure>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<FillSurvey> prepared;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit) / "avsluta";
    prepared.above = html::paragraph(asked.say("survey.voluntary"));
    prepared.input.occasion = "end";
    return prepared;
}

Result<web::Landing> fill(access::Work& work, const FillSurvey& input)
{
    const auto permit = access::permit<Operation::decide_closure>(work, input.case_number);
    if (!permit) return permit.error();
    const auto lines = lines_of(input);
    if (lines.empty()) return invalid("heard", "survey.nothing_answered");
    cases::touch(*permit);
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO outcome_survey (municipality, id, case_id, occasion, respondent, answers_sealed, answered_on, "
                "made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                work.municipality, id, permit->case_id(), input.occasion, input.respondent,
                cases::seal(*permit, cases::Drawer::room, Field::survey_answers, {id.bytes()}, lines), work.today, work.now,
                work.reader.person);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("occasion", input.occasion).end_object();
    return web::Landing{cases::case_url(*permit) / "avsluta", "survey.saved", json.take()};
}

/// The words of an answer; a number is its own.
std::string said(const form::Labels& labels, const std::string& name, const std::string& value)
{
    const auto words = labels.find(name, value);
    return words.empty() ? value : words;
}

}  // namespace

std::vector<Survey> surveys(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const std::string own = permit.answer(Compartment::room) == Answer::yes ? ""
                            : work.reader.role == Role::youth               ? "youth"
                                                                            : "guardian";
    std::vector<Survey> all;
    work.db.each(
        "SELECT id, occasion, respondent, answers_sealed, answered_on FROM outcome_survey WHERE municipality = $1 AND "
        "case_id = $2 "
        "ORDER BY made_at, id",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            Survey one{row.get<std::string>(1), row.get<std::string>(2), row.get<Date>(4), {}};
            if (!own.empty() && one.respondent != own) return;
            one.answers =
                answers_in(cases::open(permit, cases::Drawer::room, Field::survey_answers, {id.bytes()}, row.get<Bytes>(3)));
            all.push_back(std::move(one));
        },
        work.municipality, permit.case_id());
    return all;
}

web::Command<FillSurvey> fill_survey_command()
{
    return {Operation::decide_closure,
            "/arende/{case}/avsluta/enkat",
            "/api/v1/cases/{case}/surveys",
            "survey",
            survey_fields,
            prepare,
            fill};
}

Result<web::View> surveys_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_survey>(work, asked.part("case"));
    if (!permit) return permit.error();
    const form::Labels labels(asked.language(), "survey");
    html::Html content = html::paragraph(asked.say("survey.voluntary"));
    const auto all = surveys(*permit);
    if (all.empty()) content << html::empty_state({.title = asked.say("survey.none"), .text = asked.say("survey.none_text"), .action = {}});
    for (const auto& one : all) {
        content << html::heading(3, labels.find("respondent", one.respondent) + ", " + labels.find("occasion", one.occasion))
                << html::secondary_paragraph(say_date(asked.language(), one.answered_on));
        html::SummaryList list;
        for (const auto& [name, value] : one.answers)
            list.rows.push_back({.key = labels.label(name), .value = said(labels, name, value)});
        content << html::summary_list(list);
    }
    return cases::case_page(*permit, asked, "enkater", asked.say("survey.title"), std::move(content));
}

Result<std::string> surveys_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_survey>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("surveys").array();
    for (const auto& one : surveys(*permit)) {
        json.object()
            .pair("occasion", one.occasion)
            .pair("respondent", one.respondent)
            .pair("answered_on", one.answered_on)
            .name("answers")
            .object();
        for (const auto& [name, value] : one.answers) json.pair(name, value);
        json.end_object().end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace lots::closure
