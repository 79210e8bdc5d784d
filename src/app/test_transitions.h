#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "app/test_town.h"

namespace lots::app::test {

/// Fields and what they say, as JSON. Empty: the field is left out.
using Changes = std::vector<std::pair<std::string, std::string>>;

/// One thing that a transition must have, taken away: what is sent then, and what the answer says is missing.
struct Lack {
    std::string transition;               // "T7"
    std::string when;                     // the tale is about to send this: the end of its address, "/planning"
    std::string missing;                  // "S0-22": refused with it (422). "field what": to be corrected (400). "nobody": not found (404)
    Changes instead = {};                 // changes of what the tale sends; all of it when `address` is another
    std::string address = {};             // of the case, when another step is tried at this point: "/planning"
    std::string who = "sara.lind", role = "social_worker";
    int nth = 1;                          // the first, second … time that the tale sends it
};

/// A step that moves the case, and the state it is in then.
struct Moved {
    std::string transition, step, state;
    int nth = 1;
};

inline boost::json::object object_of(const std::string& json) { return boost::json::parse(json).as_object(); }

inline std::string text_of(const boost::json::object& object, const char* name)
{
    const auto& text = object.at(name).as_string();
    return {text.data(), text.size()};
}

inline std::string changed(const std::string& told, const Changes& changes)
{
    auto object = object_of(told);
    for (const auto& [field, value] : changes)
        if (value.empty()) object.erase(field);
        else object[field] = boost::json::parse(value);
    return boost::json::serialize(object);
}

/// The fields of a decision with these changes.
inline std::string decision(const Changes& changes = {})
{
    form::JsonWriter json;
    json.object();
    write_decision(json, "Så är det beslutat.");
    return changed(json.end_object().take(), changes);
}

/// What an answer says is missing, in the words of Lack::missing.
inline std::set<std::string> missing_in(const http::Response& answer)
{
    if (answer.status == 404) return {"nobody"};
    std::set<std::string> missing;
    if (answer.status != 400 && answer.status != 422) return missing;
    const auto problem = object_of(answer.body);
    const auto text = [](const boost::json::value& one, const char* name) { return text_of(one.as_object(), name); };
    if (const auto* fields = problem.if_contains("fields"))
        for (const auto& one : fields->as_array()) missing.insert("field " + text(one, "field"));
    if (const auto* findings = problem.if_contains("findings"))
        for (const auto& one : findings->as_array())
            if (!one.as_object().at("met").as_bool() && text(one, "force") == "must") missing.insert(text(one, "requirement"));
    return missing;
}

/// A case told by the people of Ekvik. Before each step whatever the table says is tried without what it must have: it is refused, says
/// what is missing, and leaves the case in the state in which it was. Then the step is taken.
class Teller {
    std::vector<Lack> lacks_;
    std::vector<Moved> moves_;
    std::map<std::string, int> sent_;     // how many times the tale has sent a step
    std::string number_, expected_;
    std::set<std::string> used_;

    static std::string step_of(const std::string& path)
    {
        const std::string cases = "/api/v1/cases/";
        if (!path.starts_with(cases)) return path.substr(std::string("/api/v1").size());
        const auto slash = path.find('/', cases.size());
        return slash == std::string::npos ? "" : path.substr(slash);
    }

    std::string before(const std::string& path, const std::string& told)
    {
        check_state();
        const auto step = step_of(path);
        const int nth = ++sent_[step];
        if (path.starts_with("/api/v1/cases/")) number_ = path.substr(14, path.find('/', 14) - 14);
        for (std::size_t i = 0; i < lacks_.size(); ++i) {
            const auto& lack = lacks_[i];
            if (lack.when != step || lack.nth != nth) continue;
            used_.insert(std::to_string(i));
            const bool other = !lack.address.empty();
            const bool decides = lack.address.ends_with("decision") || lack.address == "/closure";
            const auto body = changed(!other ? told : decides ? decision() : "{}", lack.instead);
            const auto where = other ? "/api/v1/cases/" + number_ + lack.address : path;
            const auto answer = tale.hand(lack.who, lack.role).call(http::Method::post, where, body);
            INFO(lack.transition << ", before " << step << ": " << answer.status << " " << answer.body);
            CHECK_MESSAGE(missing_in(answer).contains(lack.missing), lack.transition << " without " << lack.missing);
            check_state();
        }
        for (const auto& move : moves_)
            if (move.step == step && move.nth == nth) expected_ = move.state;
        return told;
    }

public:
    Town& town;
    Tale tale;

    Teller(Town& its_town, std::vector<Lack> lacks, std::vector<Moved> moves)
        : lacks_(std::move(lacks)), moves_(std::move(moves)), town(its_town), tale(town.program.site(), town.clock, town.password())
    {
        tale.retell = [this](const std::string& path, const std::string& told) { return before(path, told); };
    }

    /// What the last step should have led to, as social services read it.
    void check_state()
    {
        if (number_.empty() || expected_.empty() || number_.starts_with("F-")) return;
        CHECK(state(number_) == expected_);
    }
    std::string state(const std::string& number)
    {
        const auto answer = tale.hand("sara.lind", "social_worker").call(http::Method::get, "/api/v1/cases/" + number);
        return answer.status == 200 ? text_of(object_of(answer.body), "state") : std::to_string(answer.status);
    }
    /// A step by social services, taken at once; the state then.
    std::string act(const std::string& number, const std::string& step, const std::string& body)
    {
        const auto answer = tale.hand("sara.lind", "social_worker").call(http::Method::post, "/api/v1/cases/" + number + step, body);
        INFO(step << " " << answer.body);
        CHECK(answer.status == 201);
        return state(number);
    }
    /// A step by social services that is refused; what is missing.
    std::set<std::string> refused(const std::string& number, const std::string& step, const std::string& body)
    {
        const auto before_it = state(number);
        const auto answer = tale.hand("sara.lind", "social_worker").call(http::Method::post, "/api/v1/cases/" + number + step, body);
        INFO(step << " " << answer.status << " " << answer.body);
        CHECK(answer.status != 201);
        CHECK(state(number) == before_it);
        return missing_in(answer);
    }
    /// Every line of the tables was tried.
    void check_all_tried() const
    {
        for (std::size_t i = 0; i < lacks_.size(); ++i)
            CHECK_MESSAGE(used_.contains(std::to_string(i)), lacks_[i].transition << " without " << lacks_[i].missing << " was never tried");
    }
};

}  // namespace lots::app::test
