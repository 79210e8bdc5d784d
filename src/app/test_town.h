#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "app/demo.h"
#include "app/program.h"
#include "http/cookie.h"
#include "http/form_data.h"
#include "support/http_client.h"
#include "support/places.h"
#include "support/migrated.h"
#include "support/postgres.h"

namespace lots::app::test {

/// Ekvik without cases, and the program over it, with a clock that is set. On SQLite unless a place is given.
struct Town {
    lots::test::Folder folder;
    House house;
    SetClock clock{at_local(2026y / 5 / 11, 9, 0)};
    Municipality here;
    Program program;

    static Config config_of(const lots::test::Place* place)
    {
        Config config;
        config.log_origin = "ekvik.invalid/log";
        config.support = "stödet";
        if (place != nullptr && place->engine == storage::Engine::postgresql) {
            config.engine = storage::Engine::postgresql;
            config.data_connection = lots::test::migrated_postgres({"log", "data"});
            config.keys_connection = lots::test::migrated_postgres({"keys"});
        }
        return config;
    }
    static Municipality people(const House& house, const Clock& clock)
    {
        web::PasswordHasher hasher{{1, 1 << 20}};  // cheap: how dear it is, sign-in's tests measure
        return make_demo(house, hasher, clock.now(), 2026y / 1 / 1);
    }

    explicit Town(const lots::test::Place* place = nullptr)
        : house(House::make({folder.path() / "data"}, config_of(place))), here(people(house, clock)), program(house, here, clock)
    {}
    explicit Town(const lots::test::Place& place) : Town(&place) {}

    std::string password() const { return demo().password; }
    std::int64_t count(storage::Sql sql) const
    {
        std::int64_t number = 0;
        house.data->read([&](storage::Session& db) { number = db.one(sql, [](const storage::Row& row) { return row.integer(0); }).value(); });
        return number;
    }
    /// How many log entries of that kind there are; the leaf says it in the clear.
    int log_entries(const std::string& kind) const
    {
        house.log->settle();
        int number = 0;
        house.data->read([&](storage::Session& db) {
            db.each("SELECT leaf FROM log_entry", [&](const storage::Row& row) {
                const auto bytes = row.bytes(0);
                number += std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()).find("\"" + kind + "\"") != std::string_view::npos;
            });
        });
        return number;
    }
};

/// Somebody at a browser: keeps cookies, and sends forms with the token of the last page seen.
class Browser {
    Town& town_;

    http::Response answer(http::Request request)
    {
        request.headers.emplace_back("host", "127.0.0.1:8080");
        std::string sent;
        for (const auto& [name, value] : cookies)
            if (!value.empty()) sent += (sent.empty() ? "" : "; ") + name + "=" + value;
        if (!sent.empty()) request.headers.emplace_back("cookie", sent);
        if (!origin.empty()) request.headers.emplace_back("origin", origin);
        if (!fetch_site.empty()) request.headers.emplace_back("sec-fetch-site", fetch_site);
        request.remote_address = address;
        auto response = town_.program.site().answer(request);
        for (const auto& [name, value] : response.headers) {
            if (name != "set-cookie") continue;
            const auto cut = value.find('=');
            cookies[value.substr(0, cut)] = value.substr(cut + 1, value.find(';') - cut - 1);
        }
        const std::string mark = "name=\"csrf\" value=\"";
        if (const auto at = response.body.find(mark); at != std::string::npos)
            csrf = response.body.substr(at + mark.size(), response.body.find('"', at + mark.size()) - at - mark.size());
        return response;
    }

public:
    std::map<std::string, std::string> cookies;
    std::string origin, fetch_site = "same-origin", address = "127.0.0.1", csrf;

    explicit Browser(Town& town) : town_(town) {}

    http::Response get(const std::string& target)
    {
        http::Request request;
        request.target = target;
        const auto cut = target.find('?');
        request.path = target.substr(0, cut);
        if (cut != std::string::npos)
            if (auto query = http::parse_urlencoded(target.substr(cut + 1), 50)) request.query = std::move(*query);
        return answer(request);
    }
    http::Response post(const std::string& path, std::vector<std::pair<std::string, std::string>> fields)
    {
        if (std::ranges::none_of(fields, [](const auto& field) { return field.first == "csrf"; })) fields.emplace_back("csrf", csrf);
        http::Request request;
        request.method = http::Method::post;
        request.target = request.path = path;
        request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
        request.body = lots::test::urlencoded(fields);
        return answer(request);
    }
    http::Response json(const std::string& path, const std::string& body)
    {
        http::Request request;
        request.method = http::Method::post;
        request.target = request.path = path;
        request.headers.emplace_back("content-type", "application/json");
        request.body = body;
        return answer(request);
    }
    http::Response sign_in(const std::string& handle, const std::string& password, const std::string& till = {})
    {
        get("/logga-in");
        return post("/logga-in", {{"user", handle}, {"password", password}, {"till", till}});
    }
    /// With a session that still holds, when the form itself is not shown.
    http::Response sign_in_with_session(const std::string& handle, const std::string& password)
    {
        const auto session = std::exchange(cookies["lots_session"], {});
        get("/logga-in");
        cookies["lots_session"] = session;
        return post("/logga-in", {{"user", handle}, {"password", password}});
    }
};

}  // namespace lots::app::test
