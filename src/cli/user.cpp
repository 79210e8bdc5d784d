#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/house.h"
#include "cli/say.h"

namespace lots::cli {

using access::Role;
using organisation::Change;
using storage::Row;

namespace {

struct Given {
    std::string handle, name, phone, email, language = "sv", unit, role, from, last;
};

PersonId person_of(const Change& change, const std::string& handle)
{
    const auto person = organisation::person_of_handle(change.db, change.municipality, handle);
    if (!person) refuse(handle + ": there is no such user");
    return *person;
}

UnitId unit_of(const Change& change, const std::string& code)
{
    const auto unit = change.db.one("SELECT id FROM unit WHERE municipality = $1 AND code = $2",
                                    [](const Row& row) { return row.get<UnitId>(0); }, change.municipality, code);
    if (!unit) refuse(code + ": there is no such unit; `lots user list` shows them");
    return *unit;
}

Role role_of(const std::string& text)
{
    const auto role = access::word_in<Role>(access::role_names, text);
    if (!role) refuse(text + ": there is no such role; docs/access_vocabulary.md has them");
    return *role;
}

Date day_of(const std::string& text, Date otherwise)
{
    if (text.empty()) return otherwise;
    const auto day = parse_date(text);
    if (!day) refuse(text + ": a day is written 2026-05-10");
    return *day;
}

/// Opens the data directory and runs one change in the log.
template <class Act>
void change(const Context& context, Act act)
{
    const auto house = app::House::open({context.data}, app::House::Sequencing::wait);
    const auto here = house.the_municipality();
    must(house.change(SystemClock().now(), here.id, act));
}

void add(const Context& context, const Given& given)
{
    const auto language = language_of(given.language);
    if (!language) refuse("--language is sv or en");
    web::PasswordHasher hasher;
    const auto password = must(organisation::make_password(hasher, given.handle, read_secret("password of " + given.handle)));
    change(context, [&](const Change& now) -> Result<Done> {
        auto person = organisation::add_person(now, {given.handle, given.name, given.phone, given.email, *language});
        if (!person) return person.error();
        organisation::set_password(now, *person, password);
        if (given.role.empty()) return Done{};
        auto role = organisation::assign(now, *person, unit_of(now, given.unit), role_of(given.role), day_of(given.from, local_day(now.now)));
        if (!role) return role.error();
        return Done{};
    });
    std::cout << given.handle << " is there\n";
}

void password(const Context& context, const Given& given)
{
    web::PasswordHasher hasher;
    const auto hash = must(organisation::make_password(hasher, given.handle, read_secret("new password of " + given.handle)));
    change(context, [&](const Change& now) -> Result<Done> {
        organisation::set_password(now, person_of(now, given.handle), hash);
        return Done{};
    });
    std::cout << "The password of " << given.handle << " is changed; all sessions are ended\n";
}

void assign(const Context& context, const Given& given)
{
    change(context, [&](const Change& now) -> Result<Done> {
        auto made = organisation::assign(now, person_of(now, given.handle), unit_of(now, given.unit), role_of(given.role),
                                         day_of(given.from, local_day(now.now)));
        if (!made) return made.error();
        return Done{};
    });
    std::cout << given.handle << " is " << given.role << " in " << given.unit << "\n";
}

void end(const Context& context, const Given& given)
{
    change(context, [&](const Change& now) -> Result<Done> {
        const auto person = person_of(now, given.handle);
        const auto unit = unit_of(now, given.unit);
        const auto open = now.db.all(
            "SELECT a.id FROM assignment a LEFT JOIN assignment_end e ON e.municipality = a.municipality AND e.assignment = a.id "
            "WHERE a.municipality = $1 AND a.person = $2 AND a.unit = $3 AND a.role = $4 AND e.last_day IS NULL",
            [](const Row& row) { return row.get<AssignmentId>(0); }, now.municipality, person, unit, access::name(role_of(given.role)));
        if (open.empty()) refuse(given.handle + " is not " + given.role + " in " + given.unit);
        for (const auto& one : open)
            if (auto done = organisation::end_assignment(now, one, day_of(given.last, local_day(now.now))); !done) return done.error();
        return Done{};
    });
    std::cout << "Ended\n";
}

/// Sign-in names and roles, no names: who they are is the pages' to show, and those reads are in the log.
void list(const Context& context)
{
    const auto house = app::House::open({context.data}, app::House::Sequencing::wait);
    const auto here = house.the_municipality();
    house.data->read([&](storage::Session& db) {
        db.each("SELECT u.code, u.name, g.name FROM unit u JOIN agency g ON g.municipality = u.municipality AND g.id = u.agency "
                "WHERE u.municipality = $1 ORDER BY u.code",
                [](const Row& row) { std::cout << "unit\t" << row.text(0) << "\t" << row.text(2) << ", " << row.text(1) << "\n"; }, here.id);
        db.each("SELECT p.handle, a.role, u.code, a.from_day, e.last_day FROM person p "
                "LEFT JOIN assignment a ON a.municipality = p.municipality AND a.person = p.id "
                "LEFT JOIN unit u ON u.municipality = a.municipality AND u.id = a.unit "
                "LEFT JOIN assignment_end e ON e.municipality = a.municipality AND e.assignment = a.id "
                "WHERE p.municipality = $1 ORDER BY p.handle, a.role, u.code",
                [](const Row& row) {
                    const auto text = [&](int column) { return row.null(column) ? std::string("-") : std::string(row.text(column)); };
                    std::cout << "user\t" << text(0) << "\t" << text(1) << "\t" << text(2) << "\t" << text(3) << "\t" << text(4) << "\n";
                },
                here.id);
    });
}

}  // namespace

void add_user(CLI::App& app, Context& context)
{
    auto* user = app.add_subcommand("user", "People who can sign in; passwords are read from standard input");
    user->callback([user] { require_subcommand(*user); });
    auto given = std::make_shared<Given>();
    const auto command = [&](const char* name, const char* about) {
        auto* one = user->add_subcommand(name, about);
        one->add_option("--data", context.data, "the data directory")->capture_default_str();
        return one;
    };
    const auto with_role = [given](CLI::App* one, bool required) {
        auto* unit = one->add_option("--unit", given->unit, "code of the unit");
        auto* role = one->add_option("--role", given->role, "social_worker, coordinator, police … (docs/access_vocabulary.md)");
        if (required) {
            unit->required();
            role->required();
        }
        else role->needs(unit);
        return one;
    };

    auto* adds = with_role(command("add", "A new person, with a role if one is given"), false);
    adds->add_option("user", given->handle, "the sign-in name")->required();
    adds->add_option("--name", given->name, "the person's name")->required();
    adds->add_option("--phone", given->phone, "telephone");
    adds->add_option("--email", given->email, "e-mail");
    adds->add_option("--language", given->language, "sv or en")->capture_default_str();
    adds->add_option("--from", given->from, "first day of the role; today when left out");
    adds->callback([&context, given] { add(context, *given); });

    auto* passwords = command("password", "A new password; all of the person's sessions end");
    passwords->add_option("user", given->handle, "the sign-in name")->required();
    passwords->callback([&context, given] { password(context, *given); });

    auto* assigns = with_role(command("assign", "Gives a person a role in a unit"), true);
    assigns->add_option("user", given->handle, "the sign-in name")->required();
    assigns->add_option("--from", given->from, "first day; today when left out");
    assigns->callback([&context, given] { assign(context, *given); });

    auto* ends = with_role(command("end", "Ends a person's role in a unit"), true);
    ends->add_option("user", given->handle, "the sign-in name")->required();
    ends->add_option("--last-day", given->last, "included; today when left out");
    ends->callback([&context, given] { end(context, *given); });

    command("list", "Units, and who has which role; tab-separated")->callback([&context] { list(context); });
}

}  // namespace lots::cli
