#include "proof/caller.h"

#include <stdexcept>

#include "app/demo.h"
#include "form/json_writer.h"

namespace lots::test {

Caller Caller::sign_in(unsigned short port, const std::string& handle, const std::string& role)
{
    form::JsonWriter json;
    json.object().pair("user", handle).pair("password", app::demo().password);
    if (!role.empty()) json.pair("role", role);
    const auto answer = HttpClient(port).post_json("/api/v1/session", json.end_object().take());
    const auto token = text_in(answer.body, "token");
    if (token.empty()) throw std::runtime_error(handle + " cannot sign in: " + std::to_string(answer.status) + " " + answer.body);
    return {port, token};
}

HttpAnswer Caller::get(const std::string& path) { return client_->get(path, {{"Authorization", "Bearer " + token_}}); }

HttpAnswer Caller::post(const std::string& path, const std::string& json, const std::string& key)
{
    HttpClient::Headers headers{{"Authorization", "Bearer " + token_}};
    if (!key.empty()) headers.emplace_back("Idempotency-Key", key);
    return client_->post_json(path, json, headers);
}

HttpAnswer Caller::post_nothing(const std::string& path)
{
    if (path.starts_with("/api/")) return post(path, "{}");
    return client_->request("POST", path, {{"Authorization", "Bearer " + token_}, {"Content-Type", "application/x-www-form-urlencoded"}});
}

std::optional<HttpAnswer> Caller::try_post(const std::string& path, const std::string& json, const std::string& key)
{
    try {
        auto answer = post(path, json, key);
        if (answer.status != 0) return answer;
    }
    catch (const std::runtime_error&) {
        // refused, reset, or ended in the middle
    }
    client_.emplace(port_);
    return std::nullopt;
}

std::string proposal(const std::string& mark, const std::string& reason)
{
    form::JsonWriter json;
    json.object()
        .pair("given_name", mark)
        .pair("family_name", "Proverud")
        .pair("born", "2011-01-01")
        .pair("legal_ground", "concern_notice")
        .pair("noticed_on", "2026-01-12")
        .pair("registry_number", "D-" + mark)
        .pair("considered_for_sig", true);
    json.name("reasons").array().value(reason).end_array();
    json.pair("reason", "Det vi har sett: " + mark)
        .pair("why_sig", "Flera behöver hjälpas åt: " + mark)
        .pair("weighing", "Sammanvägt: " + mark)
        .pair("origin", "none")
        .pair("known_before", "unknown")
        .pair("feedback_asked", false);
    return json.end_object().take();
}

std::string text_in(const std::string& json, const std::string& name)
{
    const auto at = json.find("\"" + name + "\":\"");
    if (at == std::string::npos) return {};
    const auto from = at + name.size() + 4;
    return json.substr(from, json.find('"', from) - from);
}

}  // namespace lots::test
