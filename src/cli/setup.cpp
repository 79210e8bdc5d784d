#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/demo.h"
#include "app/new_folder.h"
#include "app/program.h"
#include "audit/note.h"
#include "cli/say.h"
#include "organisation/profile.h"
#include "organisation/profiles.h"
#include "sim/simulation.h"

namespace lots::cli {

using access::Role;
using organisation::Change;

namespace {

struct NewMunicipality {
    std::string name, code, kind = "test", official_code = "0000", user, user_name, log_name, profile = "national";
};

app::Config config_for(const std::string& code, const std::string& log_name)
{
    app::Config config;
    config.municipality = code;
    config.log_origin = log_name.empty() ? "lots.invalid/" + code + "/log" : log_name;
    return config;
}

/// The JSON of a ready profile, or of a file of one's own.
std::string profile_of(const std::string& name)
{
    if (const auto ready = organisation::profile_named(name)) return std::string(*ready);
    std::ifstream in(name, std::ios::binary);
    if (in) return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    std::string names;
    for (const auto one : organisation::profile_names()) names += " " + std::string(one);
    refuse("--profile: " + name + " is neither a file nor one of" + names);
}

void init(const Context& context, const NewMunicipality& given)
{
    if (given.kind != "test" && given.kind != "real") refuse("--kind is test or real");
    const auto profile = profile_of(given.profile);
    const auto method = organisation::parse_profile(profile);
    if (!method) refuse("--profile: " + method.error().what);
    web::PasswordHasher hasher;
    const auto password = must(organisation::make_password(hasher, given.user, read_secret("password of " + given.user)));
    const auto now = SystemClock().now();
    const auto config = config_for(given.code, given.log_name);
    if (!audit::may_be_key_name(config.log_origin)) {
        if (!given.log_name.empty()) refuse("--log-name has neither white space nor plus: lots.example.se/log");
        must(Result<Done>(invalid("code", MessageKey("organisation.code.form"))));
    }
    app::NewFolder folder(context.data);  // whatever is refused below: nothing of it stays
    const auto house = app::House::make({context.data}, config);
    house.data->write({[&](storage::Session& db) {
                           const auto kind = given.kind == "test" ? organisation::Kind::test : organisation::Kind::real;
                           const auto here = must(organisation::make_municipality(db, *house.vault, *house.random, now,
                                                                                  {given.code, given.name, given.official_code, kind, organisation::settings_of(profile)}));
                           const Change change{db, *house.vault, *house.random, now, here, std::nullopt};
                           must(organisation::make_layout(change, method->layout, local_day(now)));
                           const auto agency = must(organisation::add_agency(change, {"drift", "other", given.name + ", drift"}));
                           const auto unit = must(organisation::add_unit(change, {agency, "drift", "Drift och behörighet"}));
                           const auto person = must(organisation::add_person(change, {given.user, given.user_name}));
                           organisation::set_password(change, person, password);
                           must(organisation::assign(change, person, unit, Role::system_admin, local_day(now)));
                           return storage::Outcome::keep;
                       },
                       {}});
    folder.keep();
    std::cout << "Made " << given.name << " in " << context.data.string() << ". " << given.user << " can sign in as system administrator.\n"
              << "Keep a copy of " << house.paths.root_key().string() << " in a safe: without it nothing in here can be read.\n";
    if (method->historic_example) std::cout << "The profile " << method->name << " is a historic example, not how anybody works today.\n";
    if (given.kind == "real") std::cout << "`lots serve` does not open data of real persons yet (docs/operations.md).\n";
}

/// So many spaces that the next column begins in line; letters are counted, not bytes.
std::string padded(const std::string& text, std::size_t width)
{
    const auto letters = static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
    return text + std::string(letters < width ? width - letters : 1, ' ');
}

void print_people(const app::Demo& people)
{
    std::cout << padded("User", 22) << padded("Name", 18) << padded("Role", 24) << "Agency\n";
    for (const auto& one : people.people) {
        const auto role = MessageKey::of_name("role." + std::string(access::name(one.role)));
        std::cout << padded(one.handle, 22) << padded(one.name, 18) << padded(role ? say(Language::sv, *role) : "", 24) << one.agency << "\n";
    }
    std::cout << "\nPassword of all: " << people.password << "\n";
}

struct DemoWanted {
    bool empty = false, list = false;
    int years = 0;
    std::uint64_t seed = 1;
};

void print_played(const sim::Played& played)
{
    std::cout << played.cases << " cases. Came to";
    for (const auto& [state, cases] : played.came_to) std::cout << " " << state << " " << cases;
    std::cout << ".\n";
    for (const auto& [what, count] : played.rows) std::cout << padded(what, 22) << count << "\n";
    std::cout << "\n";
}

void make_demo_data(const Context& context, const DemoWanted& wanted)
{
    const auto until = SystemClock().now();
    const auto today = local_day(until);
    const auto from = wanted.years > 0 ? add_months(today, -12 * wanted.years) : add_months(today, -18);
    app::NewFolder folder(context.data);
    const auto house = app::House::make({context.data}, config_for("ekvik", {}));
    app::SetClock clock(start_of_day(from));
    web::PasswordHasher hasher;
    const auto here = app::make_demo(house, hasher, clock.now(), from);
    if (!wanted.empty) {
        app::Program program(house, here, clock);
        if (wanted.years > 0) {
            const sim::Ways ways{wanted.seed, sim::Ways{}.cases_a_year, sim::demo_residents(today)};
            print_played(sim::play(house, here, program, clock, ways, from, today, sim::Looking::never,
                                   [](const std::string& year) { std::cout << year << std::endl; }));
        }
        else app::make_demo_cases(program.site(), clock, app::demo(), until);
    }
    house.log->settle();
    folder.keep();
}

}  // namespace

void add_init(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand("init", "Makes a data directory for a municipality, with its first user; the password is read from standard input");
    auto given = std::make_shared<NewMunicipality>();
    command->add_option("--data", context.data, "the data directory, new")->capture_default_str();
    command->add_option("--name", given->name, "name of the municipality: Ekvik")->required();
    command->add_option("--code", given->code, "its short code: ekvik")->required();
    command->add_option("--official-code", given->official_code, "kommunkod, four digits")->capture_default_str();
    command->add_option("--kind", given->kind, "test: invented persons only. real: real persons")->capture_default_str();
    command->add_option("--profile", given->profile, "the method profile: national, lund, stockholm-2012, lidingo-2012, example, or a file")
        ->capture_default_str();
    command->add_option("--user", given->user, "sign-in name of the first user, a system administrator")->required();
    command->add_option("--user-name", given->user_name, "that person's name")->required();
    command->add_option("--log-name", given->log_name, "name of the log in its checkpoints: lots.example.se/log; never changed");
    command->callback([&context, given] { init(context, *given); });
}

void add_demo(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand("demo", "Makes a data directory with the invented municipality Ekvik, and says who can sign in");
    auto given = std::make_shared<DemoWanted>();
    command->add_option("--data", context.data, "the data directory, new")->capture_default_str();
    command->add_flag("--empty", given->empty, "people, but no cases");
    command->add_flag("--list", given->list, "say who can sign in; make nothing");
    command->add_option("--years", given->years, "so many years of simulated work up to today, instead of the five cases")
        ->check(CLI::Range(1, 15));
    command->add_option("--seed", given->seed, "with --years: another seed is another life; the same, the same")->capture_default_str();
    command->callback([&context, given] {
        if (!given->list) make_demo_data(context, *given);
        print_people(app::demo());
    });
}

}  // namespace lots::cli
