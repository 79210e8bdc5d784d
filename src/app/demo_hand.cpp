#include <stdexcept>

#include "app/demo.h"
#include "form/json_writer.h"

namespace lots::app {

namespace {

/// The text of a name in a small JSON object of our own writing, without escapes in it.
std::string text_in(const std::string& json, const std::string& name)
{
    const auto at = json.find("\"" + name + "\":\"");
    if (at == std::string::npos) return {};
    const auto from = at + name.size() + 4;
    return json.substr(from, json.find('"', from) - from);
}

}  // namespace

DemoHand::DemoHand(web::Site& site, const std::string& handle, const std::string& password, const std::string& role) : site_(site)
{
    form::JsonWriter json;
    json.object().pair("user", handle).pair("password", password);
    if (!role.empty()) json.pair("role", role);
    token_ = text_in(post("/api/v1/session", json.end_object().take()), "token");
    if (token_.empty()) throw std::runtime_error("the demo: no token for " + handle);
}

http::Response DemoHand::call(http::Method method, const std::string& path, const std::string& json)
{
    http::Request request;
    request.method = method;
    request.target = path;
    const auto query = path.find('?');
    request.path = path.substr(0, query);
    request.headers = {{"host", "demo.invalid"}};
    if (!token_.empty()) request.headers.emplace_back("authorization", "Bearer " + token_);
    if (method != http::Method::get) request.headers.emplace_back("content-type", "application/json");
    request.body = json;
    request.remote_address = "127.0.0.1";
    return site_.answer(request);
}

std::string DemoHand::post(const std::string& path, const std::string& json)
{
    const auto answer = call(http::Method::post, path, json);
    if (answer.status / 100 != 2) throw std::runtime_error("the demo: POST " + path + " " + std::to_string(answer.status) + " " + answer.body);
    return answer.body;
}

std::string DemoHand::get(const std::string& path)
{
    const auto answer = call(http::Method::get, path);
    if (answer.status / 100 != 2) throw std::runtime_error("the demo: GET " + path + " " + std::to_string(answer.status) + " " + answer.body);
    return answer.body;
}

}  // namespace lots::app
