#include "imports/run.h"

#include <algorithm>

#include <boost/json.hpp>

#include "audit/subjects.h"
#include "guideline/requirements.h"

namespace lots::imports {

namespace json = boost::json;
using access::Operation;

namespace {

const guideline::Requirement* requirement_of(std::string_view id)
{
    for (const auto* one : guideline::requirements)
        if (one->id == id) return one;
    return nullptr;
}

std::string source_of(const guideline::Requirement& requirement)
{
    return std::string(requirement.id) + " (" + std::string(requirement.section) + ")";
}

/// The column that fills in the field, or none: then it is the line as a whole that is wrong.
std::string column_of(const Step& step, const std::string& field)
{
    const bool known = std::ranges::find(step.fields, field, &Field::name) != step.fields.end();
    return known ? step.column(field) : std::string{};
}

std::vector<Fault> faults_of(const Step& step, const Line& line, const Error& error)
{
    std::vector<Fault> faults;
    if (const auto* invalid = error.as<Invalid>())
        for (const auto& one : invalid->fields) faults.push_back({line.number, column_of(step, one.field), one.message, one.args});
    else if (const auto* refused = error.as<Refused>())
        for (const auto* one : refused->decision.missing()) {
            faults.push_back({line.number, {}, one->requirement->text, one->args, source_of(*one->requirement)});
            if (!one->about.empty()) faults.back().requirement += ": " + one->about;
        }
    else faults.push_back({line.number, {}, "imports.not_allowed", {{"step", step.entry.scope}}});
    return faults;
}

}  // namespace

Run::Run(storage::Session& db, const web::Services& services, const access::Reader& reader, const Order& order, const Table& table,
         Instant now, Report& report)
    : services_(services), reader_(reader), order_(order), table_(table), now_(now), report_(report),
      work_(db, services.vault, services.random, now, reader, Operation::propose, audit::Kind::command, report.file_hash.substr(0, 16))
{
}

void Run::fault(const Line& line, std::string column, MessageKey why, std::vector<Arg> args)
{
    report_.faults.push_back({line.number, std::move(column), why, std::move(args)});
}

std::optional<Date> Run::day(const Line& line, const std::string& column)
{
    const auto cell = table_.cell(line, column);
    if (cell.empty()) return std::nullopt;
    const auto day = parse_date(cell);
    if (!day) fault(line, column, "form.json_day");
    else if (*day > work_.today) fault(line, column, "form.today_or_earlier");
    else return day;
    return std::nullopt;
}

std::optional<std::string> Run::act(const Step& step, const Line& line, web::PathParts path, const Given& given)
{
    auto said = said_by(step, table_, line, given, order_.files);
    if (!said.faults.empty()) {
        report_.faults.insert(report_.faults.end(), said.faults.begin(), said.faults.end());
        return std::nullopt;
    }
    const auto body = form::JsonBody::parse(said.json);
    check(body.has_value(), "a line became something that is not JSON");
    access::Work work(work_.db, services_.vault, services_.random, now_, reader_, step.entry.operation, audit::Kind::command,
                      report_.file_hash.substr(0, 16));
    const http::Request request{};
    const web::Asked asked{request, path, reader_, work.today, {}, {}};
    const auto done = step.entry.call(work, asked, *body);
    if (!done) {
        const auto faults = faults_of(step, line, done.error());
        report_.faults.insert(report_.faults.end(), faults.begin(), faults.end());
        return std::nullopt;
    }
    for (const auto& looked : work.entry().findings)
        if (const auto* requirement = looked.met ? nullptr : requirement_of(looked.requirement);
            requirement != nullptr && requirement->force == guideline::Force::should)
            report_.notes.push_back({line.number, {}, requirement->text, {}, source_of(*requirement)});
    audit::merge_subjects(work.entry());
    entries_.push_back(std::move(work.entry()));
    return done->json;
}

bool Run::came_before(const Line& line, const std::string& reference, const std::string& content)
{
    const auto known = cases::known_reference(work_, reference, content);
    if (known == cases::Known::no) return false;
    if (known == cases::Known::changed) report_.notes.push_back({line.number, {}, "imports.changed_since"});
    report_.cases.push_back({line.number, {}, {}, true});
    return true;
}

void Run::keep_source(const std::string& number, const cases::BroughtIn& from, const std::string& content)
{
    const auto hash = from_hex(report_.file_hash);
    if (!batch_) batch_ = cases::add_batch(work_, order_.kind == ListKind::cases ? "cases" : "nominations", *hash);
    cases::add_brought_in(work_, number, *batch_, from, content);
}

void Run::finish(const Line& line, const std::string& number, std::string_view state)
{
    report_.cases.push_back({line.number, number, std::string(state), false});
    const auto facts = access::load_case_facts(work_, number);
    check(facts.has_value(), "a case that was just brought in is not there");
    if (services_.after_command) services_.after_command(work_, {facts->id});
}

std::vector<audit::Entry> Run::log(audit::Outcome outcome)
{
    const auto told = "import " + report_.file_hash + (order_.dry_run ? " dry run" : "");
    auto entries = std::move(entries_);
    audit::merge_subjects(work_.entry());
    entries.push_back(std::move(work_.entry()));
    entries.back().outcome = outcome;
    for (auto& entry : entries) entry.text = told;
    return entries;
}

std::string text_in(const std::string& answer, std::string_view name)
{
    const auto object = json::parse(answer).as_object();
    const auto& value = object.at(name).as_string();
    return {value.data(), value.size()};
}

int number_in(const std::string& answer, std::string_view name)
{
    const auto object = json::parse(answer).as_object();
    return static_cast<int>(object.at(name).as_int64());
}

std::string content_of(const Table& table, const std::vector<const Line*>& lines)
{
    auto columns = table.columns;
    std::ranges::sort(columns);
    std::string content;
    for (const auto* line : lines) {
        for (const auto& column : columns)
            if (const auto cell = table.cell(*line, column); !cell.empty()) content += column + '\x1f' + std::string(cell) + '\x1e';
        content += '\x1d';
    }
    return content;
}

}  // namespace lots::imports
