#include "web/problem.h"

#include "form/json_writer.h"
#include "web/gates.h"

namespace lots::web {

namespace {

form::JsonWriter& begin(form::JsonWriter& json, int status, std::string_view type, const std::string& title, const std::string& request_id)
{
    return json.object()
        .pair("type", "urn:lots:" + std::string(type))
        .pair("title", title)
        .pair("status", status)
        .pair("instance", "urn:lots:request:" + request_id);
}

http::Response finish(form::JsonWriter& json, int status)
{
    return {status, {}, json.end_object().take(), "application/problem+json"};
}

}  // namespace

http::Response problem(Language language, Date on, const Error& error, const std::string& request_id)
{
    form::JsonWriter json;
    if (const auto* faults = error.as<Invalid>()) {
        // What is wrong with all of it and not with a field is the title.
        const bool of_all = faults->fields.size() == 1 && faults->fields.front().field.empty();
        const auto title = of_all ? say(language, faults->fields.front().message, faults->fields.front().args)
                                  : say(language, "common.error.summary");
        begin(json, 400, "invalid", title, request_id).name("fields").array();
        for (const auto& fault : faults->fields)
            json.object().pair("field", fault.field).pair("text", say(language, fault.message, fault.args)).end_object();
        json.end_array();
        return finish(json, 400);
    }
    if (const auto* refusal = error.as<Refused>()) {
        begin(json, 422, "refused", blocked_words(language, {}, refusal->decision), request_id).name("findings");
        write_findings(json, language, on, refusal->decision, {});
        return finish(json, 422);
    }
    if (const auto* conflict = error.as<Conflict>()) {
        begin(json, 409, "conflict", say(language, "web.conflict.heading"), request_id)
            .pair("seen", conflict->version_seen)
            .pair("now", conflict->version_now)
            .pair("changed_by", conflict->changed_by)
            .maybe("changed_at", conflict->changed_at)
            .name("differences")
            .array();
        for (const auto& one : conflict->differences)
            json.object()
                .pair("field", one.field)
                .pair("label", one.label)
                .name("theirs")
                .raw(one.theirs_json)
                .name("mine")
                .raw(one.mine_json)
                .end_object();
        json.end_array();
        return finish(json, 409);
    }
    begin(json, 404, "not-found", say(language, "web.not_found.text"), request_id);
    return finish(json, 404);
}

http::Response problem(int status, const std::string& title, const std::string& request_id)
{
    form::JsonWriter json;
    begin(json, status, "http-" + std::to_string(status), title, request_id);
    return finish(json, status);
}

}  // namespace lots::web
