#pragma once

#include <string>
#include <vector>

#include "http/message.h"
#include "stories/browser.h"
#include "web/site.h"

namespace lots::test {

/// Does through the pages what a story tells as a call of the API: the same command, with what the story says typed into its
/// form, page after page, by a browser without scripts. What comes back has the shape of the API's answer, so that one story
/// can be told both ways.
class PageHand {
    const web::Site& site_;

    struct Telling;
    http::Response outcome(const Browser& browser, const Telling& telling) const;
    http::Response type_into(Browser& browser, const std::string& page, const std::string& told) const;

public:
    explicit PageHand(const web::Site& site) : site_(site) {}

    /// The addresses of the forms that do what that address of the API does: staff's first; none when only programs do it.
    std::vector<std::string> pages_of(const std::string& api_path) const;

    /// 201 with the numbers that the page shows of what was made; 400 with the fields that the page points at, or does not
    /// have; 422 with the requirements that its box says are missing; otherwise the page's own status. What the story does
    /// not say is left empty, but a choice that the page has made already stays: nobody can unmake it.
    http::Response post(Browser& browser, const std::string& api_path, const std::string& json) const;
};

}  // namespace lots::test
