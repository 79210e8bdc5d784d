#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "access/reader.h"
#include "base/random.h"
#include "base/time.h"
#include "html/components.h"
#include "http/message.h"

namespace lots::web {

using PathParts = std::map<std::string, std::string>;

/// One request of a signed-in person, as a page or command sees it.
struct Asked {
    const http::Request& request;
    const PathParts& path;                // {case} → "SIG-2026-014"
    const access::Reader& reader;
    Date today;
    std::string csrf_token;               // of the session
    std::string fresh_key;                // a new idempotency key for a form on this page

    const std::string& part(const std::string& name) const { return path.at(name); }
    Language language() const { return reader.language; }
    const html::Words& words() const { return language() == Language::sv ? html::swedish_words() : html::english_words(); }
    bool is_family() const { return access::is_family(reader.role); }
    html::FormSecrets secrets() const { return {csrf_token, fresh_key}; }
    /// Shorthand for the texts of a page.
    std::string say(MessageKey key, std::initializer_list<Arg> args = {}) const { return lots::say(language(), key, args); }
};

/// What a page handler gives back; the frame around it is the same for all.
struct View {
    std::string title;                    // case numbers at most, never a person's name
    html::Html main;                      // holds the h1
    html::Html before_main = {};          // back link or breadcrumbs
    html::Width width = html::Width::staff;
    int status = 200;
    bool has_errors = false;
    std::optional<Language> language = {}; // of its text, where that is not the reader's: what anybody may read is in Swedish
    html::Url led_to = {};                // this reader has another page for it; empty: this one
};

/// "Ångra" beside the receipt: the form of a command, filled in so that it sets right what was just done. It stands in an address of its
/// own, so it has numbers and codes only, never what somebody wrote.
struct Undo {
    html::Url page;                       // where the form of that command is sent
    std::vector<html::Hidden> fields = {};
};

/// Where a command led: the page to show next, the sentence that says what happened, and what a program gets.
struct Landing {
    html::Url page;                       // without names
    std::string done;                     // tail of a message key done.<…>; empty for none
    std::string json = "{}";              // numbers and codes only
    /// Placeholders of the sentence: "F-31", "4". Numbers and codes only, for they stand in the address.
    std::vector<std::pair<std::string, std::string>> args = {};
    std::optional<Undo> undo = {};
};

}  // namespace lots::web
