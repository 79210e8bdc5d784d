#include "proof/person.h"

#include <stdexcept>

#include "proof/inside.h"

namespace lots::test {

std::vector<Way> ways_of(Verb verb)
{
    switch (verb) {
    case Verb::form:
        return {Way::get, Way::form};
    case Verb::call:
        return {Way::json};
    default:
        return {Way::get};
    }
}

Person::Person(World& world, const app::DemoPerson& person)
    : client_(world.port()), handle(person.handle), role(access::name(person.role))
{
    const auto token = caller_of(world, handle, person.role).token();
    cookie_ = {{"Cookie", "lots_session=" + token}};
    bearer_ = {{"Authorization", "Bearer " + token}};
    const auto page = client_.get("/mina-inloggningar", cookie_).body;
    const std::string field = "name=\"csrf\" value=\"";
    if (const auto at = page.find(field); at != std::string::npos)
        csrf_ = page.substr(at + field.size(), page.find('"', at + field.size()) - at - field.size());
    if (csrf_.empty()) throw std::runtime_error(handle + " has no form token");
}

HttpAnswer Person::ask(Way way, const std::string& address)
{
    if (way == Way::get) return client_.get(address, address.starts_with("/api/") ? bearer_ : cookie_);
    if (way == Way::json) return client_.post_json(address, R"({"nobody_asks_for_this":1})", bearer_);
    return client_.post(address, {{"csrf", csrf_}, {"step", "change"}}, cookie_);
}

}  // namespace lots::test
