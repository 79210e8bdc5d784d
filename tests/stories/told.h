#pragma once

#include <functional>
#include <map>
#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/demo_tale.h"
#include "organisation/profile.h"
#include "stories/world.h"

namespace lots::test {

/// Fields and what they say, as JSON. An empty value takes the field away.
using Changes = std::vector<std::pair<std::string, std::string>>;
/// What was found missing: ids of requirements, "field x" for what is to be corrected, or the number of another answer
/// ("404").
struct Missing : std::set<std::string> {
    using std::set<std::string>::set;
};
std::ostream& operator<<(std::ostream& out, const Missing& missing);

/// How a story is told: by programs, or by people with browsers that run no scripts.
enum class Means { api, pages };

/// A case told in a municipality that works by one of the ready profiles, and what each person sees of it.
class Told {
    web::Site& site_;
    std::map<std::string, Changes> changes_;  // by the end of the address
    std::map<std::string, std::pair<Instant, std::unique_ptr<Browser>>> browsers_;

    http::Response call(const std::string& who, http::Method method, const std::string& path, const std::string& json = {});
    std::string retold(const std::string& path, const std::string& json) const;
    Browser& browser(const std::string& who);
    http::Response typed(const std::string& who, const std::string& path, const std::string& json);
    void add_to_organisation(const std::function<Result<Done>(const organisation::Change&)>& act);

public:
    World& world;
    const organisation::MethodProfile& profile;
    Means means = Means::api;  // how things are done; what is read is read by programs all the same
    app::Tale tale;
    std::string number;  // of the case; the proposal's before there is an offer

    Told(World& its_world, const organisation::MethodProfile& its_profile);
    /// In another municipality of the same house.
    Told(World& its_world, const organisation::MethodProfile& its_profile, web::Site& its_site);

    /// The address of the case in the API.
    std::string at(const std::string& rest = {}) const { return "/api/v1/cases/" + number + rest; }
    Date today() const { return tale.today(); }

    // --- what somebody sees
    int status(const std::string& who, const std::string& path);
    /// What that person reads there: "" unless 200.
    std::string read(const std::string& who, const std::string& path);
    bool says(const std::string& who, const std::string& path, std::string_view words);
    /// The case's state as that person reads it; the number of the answer when it is another than 200.
    std::string state(const std::string& who = "sara.lind");
    /// Each of them gets that answer at that address.
    void all_get(int status, const std::string& path, const std::vector<std::string>& people);
    /// When the duty with those words is due, as the person's Min dag says; "" when it is not there.
    std::string due(const std::string& who, const std::string& words);
    /// How Min dag says that day.
    std::string by(Date last_day) const;
    /// The text of a page, as it is read.
    std::string page(const std::string& who, const std::string& path);

    /// From now on what is done is done on the pages.
    void through_pages();

    // --- what somebody does
    /// Accepted; the answer.
    std::string does(const std::string& who, const std::string& path, const app::Tale::Write& write);
    /// Not accepted; what is missing.
    Missing lacks(const std::string& who, const std::string& path, const app::Tale::Write& write);
    /// From now on what is sent to an address with that end says this too.
    void retell(const std::string& end, const Changes& changes) { changes_[end] = changes; }
    /// Told elsewhere: by other people, with other agencies, functions and places. Each word of what is sent that stands here
    /// becomes the other.
    void played_by(const std::map<std::string, std::string>& cast) { tale.cast = cast; }
    /// Whether it is said why the coordinator, or who stands in, comes from another unit than those of the profile, where it
    /// names some: Ekvik has none of them.
    void says_why_from_another_unit(bool says);
    /// The tale is about somebody who has turned 18: nobody asks for a child's view or a guardian's words.
    void about_an_adult();

    // --- steps
    /// Taken up and offered; gives the case its number. `notified`: somebody outside made a notice, and is told what came of
    /// it.
    void offered(const std::string& nomination, const Changes& decision = {}, bool notified = true);
    /// From the proposal to the plan that is decided, in one day.
    void running(const app::TaleYouth& youth);
    /// A new day has come, with what its midnight brings about.
    void on(Date day, int hour = 9);
    /// Somebody new in the organisation from today; the agency is made when it is not there.
    void newcomer(const std::string& handle, const std::string& name, access::Role role,
                  const organisation::AgencyInfo& agency);
    /// Somebody leaves: from tomorrow the person acts for nobody.
    void leaves(const std::string& handle);
};

/// Tells the story under the profiles national, lund and stockholm-2012 through the API, and under Lund's through the pages
/// without scripts: on SQLite, and through the API under Lund's on PostgreSQL too, where a server for tests runs. `more`:
/// settings beside those of the profile, as members of a JSON object.
void under_each_profile(Instant now, const std::function<void(Told&)>& story, const std::string& more = {});

/// The young people of the stories.
app::TaleYouth robin();  // 16, two guardians, nobody with an account
app::TaleYouth sam();    // 16; Sam and the mother have accounts, the father has none

/// A list of texts in an object.
void write_texts(form::JsonWriter& json, std::string_view name, const std::vector<std::string>& values);
Instant monday();  // 7 September 2026, 9:00

}  // namespace lots::test
