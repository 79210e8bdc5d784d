#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "web/command.h"
#include "web/services.h"

namespace lots::web {

/// A page for a signed-in reader. It reads one snapshot; every permit it asks for is in the log before the answer leaves.
using Page = std::function<Result<View>(access::Work&, const Asked&)>;
/// The same for programs: finished JSON.
using Data = std::function<Result<std::string>(access::Work&, const Asked&)>;
/// A file: its bytes, type and name.
struct FileAnswer {
    std::string content, media_type, name;
};
using File = std::function<Result<FileAnswer>(access::Work&, const Asked&)>;
/// An address that needs no session: sign-in, information pages, assets. It names no person.
using Open = std::function<http::Response(const http::Request&)>;

/// What OpenAPI says of an address without a session.
struct Described {
    std::function<std::string(Language)> body = {};       // JSON schema of what is sent
    std::string answer = {};                              // JSON schema of what comes back
    std::string about = {};                               // message key of what it is for
    std::vector<int> statuses = {};
};

/// One line of the route table, as tests and OpenAPI read it.
struct RouteLine {
    http::Method method;
    std::string pattern;
    bool open = false;                                    // no session
    bool api = false;
    access::Operation operation = access::Operation::manage_own_session;
    std::string scope;                                    // of a command
    std::function<std::string(Language)> schema = {};     // of a command's body
    std::string about;                                    // message key of what it is for; API only
    std::string answer = {};                              // JSON schema of what comes back; empty: as the kind of address has it
    std::vector<int> statuses = {};                       // empty: as the kind of address has them
    bool takes_file = false;
};

/// All addresses of the program and what happens to a request on the way: session, CSRF, limits, form to value, permit, log, frame.
class Site {
public:
    explicit Site(Services services);
    ~Site();

    void page(std::string pattern, access::Operation operation, Page handler);
    /// `about`: key of a sentence that OpenAPI shows.
    void data(std::string pattern, access::Operation operation, std::string about, Data handler);
    void file(std::string pattern, access::Operation operation, File handler);
    void open(http::Method method, std::string pattern, Open handler, Described about = {});
    template <class Input>
    void command(const Command<Input>& command)
    {
        add(entry_of(command));
    }
    void add(CommandEntry entry);

    /// The main navigation of a reader, read with the page that it stands on.
    void navigation(std::function<std::vector<html::NavigationItem>(access::Work&, const std::string& path)> items);

    /// Where the young person, guardians and helpers read what staff read at a path; empty where they have no page of their own. Who may
    /// read the page is led there; who may not is told that it does not exist, as everybody is.
    void lead_family(std::function<html::Url(const std::string& path)> address);

    http::Response answer(const http::Request& request);
    const std::vector<RouteLine>& lines() const;
    /// The command of that scope; one that is not there is a bug.
    const CommandEntry& command_of(std::string_view scope) const;
    const Services& services() const;

    /// A page without a reader (sign-in, information, errors), in the same frame.
    http::Response open_page(const http::Request& request, View view) const;
    /// What anybody may read, in the frame of whoever is signed in: the way back and out is the same on every page.
    http::Response page_for_all(const http::Request& request, View view) const;
    /// The page of an error that the server met before there was a request to answer.
    http::Response error_page(int status) const;
    /// The same for whatever was asked for: a page, or problem+json below /api/.
    http::Response error_answer(int status, std::string_view path) const;
    /// How much may be sent to that address, when it is more than usual: a file in JSON. 0 otherwise.
    std::size_t body_bytes_max(std::string_view path) const;

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace lots::web
