#include "imports/steps.h"

#include <algorithm>

#include <boost/json.hpp>

#include "consent/commands.h"
#include "group/commands.h"
#include "nomination/commands.h"
#include "plan/commands.h"
#include "selection/commands.h"

namespace lots::imports {

namespace json = boost::json;

namespace {

Kind kind_of(std::string_view type)
{
    if (type == "integer") return Kind::number;
    if (type == "boolean") return Kind::flag;
    if (type == "array") return Kind::list;
    return type == "object" ? Kind::file : Kind::text;
}

std::string text_of(const json::object& object, std::string_view name)
{
    const auto* found = object.if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string().data(), found->get_string().size()) : std::string{};
}

std::vector<std::string> codes_of(const json::object& field)
{
    const auto* values = field.if_contains("enum");
    if (const auto* items = field.if_contains("items"); values == nullptr && items != nullptr) values = items->as_object().if_contains("enum");
    std::vector<std::string> codes;
    if (values != nullptr)
        for (const auto& value : values->as_array()) codes.emplace_back(value.as_string().data(), value.as_string().size());
    return codes;
}

/// The fields that the command describes, but for those that no column fills in.
std::vector<Field> fields_of(const web::CommandEntry& entry, const std::set<std::string>& given, Language language)
{
    const auto schema = json::parse(entry.schema(language)).as_object();
    std::set<std::string> required;
    for (const auto& name : schema.at("required").as_array()) required.emplace(name.as_string().data(), name.as_string().size());
    std::vector<Field> fields;
    for (const auto& item : schema.at("properties").as_object()) {
        const std::string name(item.key().data(), item.key().size());
        if (given.contains(name)) continue;
        const auto& field = item.value().as_object();
        fields.push_back({name, kind_of(text_of(field, "type")), required.contains(name), text_of(field, "description"), codes_of(field)});
    }
    return fields;
}

template <class Input>
Step step(const web::Command<Input>& command, std::string prefix = {}, const std::set<std::string>& given = {})
{
    Step made{web::entry_of(command), std::move(prefix), {}};
    made.fields = fields_of(made.entry, given, Language::sv);
    return made;
}

Steps all_steps()
{
    return {
        .propose = step(nomination::propose_command()),
        .take_up = step(nomination::take_up_command(), "review_"),
        .source = step(selection::add_source_command()),
        // Who takes a case up has said whether a conflict of interest is there, and a running case was offered.
        .offer = step(selection::decide_offer_command(), "offer_", {"conflict", "outcome"}),
        .ask = step(consent::start_consent_command(), "ask_", {"collector", "approved"}),
        .judge = step(consent::judge_agencies_command()),
        .form = step(consent::open_consent_command(), "form_"),
        .signatory = step(consent::add_signatory_command()),
        .talk = step(consent::register_conversation_command(), "talk_"),
        .answer = step(consent::register_answer_command()),
        .coordinator = step(group::appoint_coordinator_command(), {}, {"hand_over"}),
        .member = step(group::add_member_command()),
        .planning = step(group::start_planning_command(), "planning_"),
        .goal = step(plan::add_goal_command()),
        .commitment = step(plan::add_commitment_command()),
        .acceptance = step(plan::accept_command(), "accepted_"),
        .words = step(plan::write_words_command(), "plan_", {"seq_seen"}),
        .areas = step(plan::look_at_areas_command(), "areas_", {"seq_seen"}),
        .decision = step(plan::decide_command(), "plan_"),
        .status = step(plan::report_command(), "now_"),
    };
}

/// The columns that no command has.
std::vector<Column> own_columns(Record record, Language language)
{
    const auto column = [&](const char* name, MessageKey words, bool required) { return Column{name, Kind::text, required, say(language, words)}; };
    std::vector<Column> columns{column("reference", "imports.column.reference", true)};
    if (record != Record::nomination) columns.push_back(column("record", "imports.column.record", true));
    if (record == Record::case_) {
        columns.push_back(column("offer_decided_on", "imports.column.offer_decided_on", false));
        columns.push_back(column("plan_worded_on", "imports.column.plan_worded_on", false));
        columns.push_back(column("plan_decided_on", "imports.column.plan_decided_on", false));
    }
    return columns;
}

}  // namespace

std::string_view name(Record record)
{
    switch (record) {
    case Record::nomination: return "nomination";
    case Record::case_: return "case";
    case Record::source: return "source";
    case Record::signatory: return "signatory";
    case Record::coordinator: return "coordinator";
    case Record::member: return "member";
    case Record::goal: return "goal";
    case Record::commitment: break;
    }
    return "commitment";
}

std::vector<const Step*> Steps::of(Record record) const
{
    switch (record) {
    case Record::nomination: return {&propose};
    case Record::case_: return {&propose, &take_up, &offer, &ask, &judge, &form, &planning, &words, &areas, &decision};
    case Record::source: return {&source};
    case Record::signatory: return {&signatory, &talk, &answer};
    case Record::coordinator: return {&coordinator};
    case Record::member: return {&member};
    case Record::goal: return {&goal};
    case Record::commitment: break;
    }
    return {&commitment, &acceptance, &status};
}

std::vector<Column> Steps::columns(Record record, Language language) const
{
    auto columns = own_columns(record, language);
    for (const auto* one : of(record)) {
        for (auto& field : fields_of(one->entry, {}, language))
            if (std::ranges::find(one->fields, field.name, &Field::name) != one->fields.end())
                columns.push_back({one->column(field.name), field.kind, field.required, std::move(field.words), std::move(field.codes)});
    }
    return columns;
}

const Steps& steps()
{
    static const Steps all = all_steps();
    return all;
}

}  // namespace lots::imports
