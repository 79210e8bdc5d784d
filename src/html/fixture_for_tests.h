#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include "html/components.h"

/// For tests only: the options of a govuk-frontend fixture, read so that none is overlooked. What nobody asked for ends up in
/// `unsupported`, and the fixture is then skipped for that reason.
namespace lots::html::testing {

class Fixture {
    std::map<std::string, std::string> slots_;  // marker → html of the fixture

public:
    std::string name;
    std::string expected;
    std::set<std::string> unsupported;

    /// Html out of a fixture can never become Html of ours: a marker stands for it until the page is written.
    Content slot(const std::string& html);
    std::string with_slots(std::string page) const;
};

/// One object of the options. Its keys must all be asked for before it goes.
class Options {
    Fixture& fixture_;
    const boost::json::object* object_;
    std::string path_;
    std::set<std::string> asked_;

    const boost::json::value* find(const char* key);

public:
    Options(Fixture& fixture, const boost::json::object* object, std::string path);
    ~Options();
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;

    bool has(const char* key);
    /// Numbers and true/false become text; nothing is "".
    std::string text(const char* key);
    std::optional<std::string> text_if(const char* key);
    int number(const char* key, int otherwise);
    bool truth(const char* key);
    std::optional<bool> truth_if(const char* key);
    /// `html` when it is there, or else `text`, as the package does.
    Content content(const char* text_key, const char* html_key);
    Url url(const char* key);
    Attributes attributes(const char* key = "attributes");
    void refuse(const std::string& what) { fixture_.unsupported.insert(path_ + what); }
    Fixture& fixture() { return fixture_; }

    template <class Read>
    void object(const char* key, Read&& read)
    {
        const boost::json::value* value = find(key);
        if (!value || value->is_null()) return;
        if (!value->is_object()) return refuse(std::string(key) + " is not an object");
        Options inner(fixture_, &value->as_object(), path_ + key + ".");
        read(inner);
    }
    /// Falsy items (the package leaves them out) are refused: ours has no way to say "nothing here".
    template <class Read>
    void list(const char* key, Read&& read)
    {
        const boost::json::value* value = find(key);
        if (!value || value->is_null()) return;
        for (const boost::json::value& item : value->as_array()) {
            if (!item.is_object()) refuse(std::string(key) + "[] holds something that is no object");
            else {
                Options inner(fixture_, &item.as_object(), path_ + key + "[].");
                read(inner);
            }
        }
    }
    const boost::json::value* raw(const char* key) { return find(key); }
};


}  // namespace lots::html::testing
