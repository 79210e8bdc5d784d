#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "stories/form_on_page.h"
#include "support/http_client.h"

namespace lots::test {

/// A file to be chosen in a form.
struct ChosenFile {
    std::string name, content;
};

/// A person with a browser that runs no scripts: opens pages, follows their links, fills in the forms that are on them, and
/// presses their buttons. What is not on the page cannot be followed or sent.
class Browser {
    HttpClient client_;
    std::string path_ = "/", body_;
    int status_ = 0;
    bool landed_ = false;
    HttpAnswer last_;

    void take(HttpAnswer answer, std::string path);
    std::vector<std::string> links(const std::string& words) const;

public:
    using Fields = std::vector<std::pair<std::string, std::string>>;

    explicit Browser(unsigned short port) : client_(port) {}

    /// GET, and follows redirects within the site.
    Browser& open(const std::string& path);
    /// Fills in the form of this page whose action is `action` (or the only form with the fields, when empty) and sends it
    /// by the button named `button` ("name=value") or the first. A field that the form does not have is a failure
    /// (std::runtime_error).
    Browser& send(const std::string& action, const Fields& fields, const std::string& button = {},
                  const std::map<std::string, ChosenFile>& files = {});

    /// Sends that form of this page with these values and no others.
    Browser& submit(const FormOnPage& form, const Fields& values, const std::map<std::string, ChosenFile>& files = {});

    /// Opens the link that says `words`: the one that says nothing else, or the one in place `which` of those that have them
    /// among theirs.
    Browser& follow(const std::string& words, std::size_t which = 1);
    bool has_link(const std::string& words) const { return !links(words).empty(); }
    /// Presses the first button that has those words, in the form it stands in, with nothing filled in.
    Browser& press(const std::string& words);

    /// What the form that has this field would send of it if nobody touched it: what stands there.
    std::vector<std::string> standing(const std::string& name) const;

    int status() const { return status_; }
    /// The last answer led on to another page: what was sent was kept.
    bool landed() const { return landed_; }
    const std::string& path() const { return path_; }
    const std::string& body() const { return body_; }
    const HttpAnswer& answer() const { return last_; }
    /// The text a person sees, with white space folded.
    std::string text() const;
    bool shows(std::string_view words) const;
    /// Every link and form action on the page that leads within the site.
    std::vector<std::string> addresses() const;
    HttpClient& client() { return client_; }
};

/// The parts of a date field.
Browser::Fields date_fields(const std::string& name, int year, int month, int day);
/// All of `more` behind `fields`.
Browser::Fields operator+(Browser::Fields fields, const Browser::Fields& more);

}  // namespace lots::test
