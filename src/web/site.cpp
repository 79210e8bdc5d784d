#include "web/site.h"

#include <algorithm>
#include <mutex>

#include "base/bytes.h"
#include "web/problem.h"
#include "web/request.h"
#include "web/request_frame.h"
#include "web/router.h"

namespace lots::web {

struct Site::Inner {
    struct Route {
        http::Method method;
        Pattern pattern;
        std::size_t line;         // in `lines`
        Open open = {};
        Reading reading = {};
        Writing writing = {};
    };

    explicit Inner(Services given) : services(std::move(given)), frame(services) {}

    Services services;
    Frame frame;
    std::vector<Route> routes;
    std::vector<RouteLine> lines;
    std::vector<CommandEntry> commands;

    /// Where what a program made can be read: at its own number ("meetings" makes a "meeting"), else the nearest address above that can be
    /// read. Empty when there is none.
    html::Url where_it_is(const std::string& path, const std::string& json) const
    {
        const auto readable = [&](const std::string& one) {
            return std::ranges::any_of(routes, [&](const Route& route) {
                return route.method == http::Method::get && lines[route.line].api && route.pattern.match(one);
            });
        };
        const auto url_of = [](const std::string& one) { return html::Url::local(one).value_or(html::Url()); };
        if (path.ends_with('s')) {
            const auto name = "\"" + path.substr(path.rfind('/') + 1, path.size() - path.rfind('/') - 2) + "\":";
            if (const auto at = json.find(name); at != std::string::npos) {
                const auto from = at + name.size();
                auto number = json.substr(from, json.find_first_of(",}", from) - from);
                std::erase(number, '"');
                if (readable(path + "/" + number)) return url_of(path + "/" + number);
            }
        }
        for (auto above = path; above.size() > 1; above.erase(above.rfind('/')))
            if (readable(above)) return url_of(above);
        return {};
    }

    void add(Route route, RouteLine line)
    {
        for (const auto& other : lines)
            if (other.pattern == line.pattern && other.method == line.method)
                throw Bug("two routes with the same address: " + line.pattern);
        route.line = lines.size();
        lines.push_back(std::move(line));
        routes.push_back(std::move(route));
    }
};

Site::Site(Services services) : inner_(std::make_unique<Inner>(std::move(services))) {}
Site::~Site() = default;

void Site::page(std::string pattern, access::Operation operation, Page handler)
{
    Inner::Route route{http::Method::get, Pattern(pattern), 0};
    route.reading = [handler = std::move(handler)](access::Work& work, const Asked& asked) -> Result<Shown> {
        auto view = handler(work, asked);
        if (!view) return view.error();
        return Shown{std::move(*view)};
    };
    inner_->add(std::move(route), {http::Method::get, pattern, false, false, operation, {}, {}, {}});
}

void Site::data(std::string pattern, access::Operation operation, std::string about, Data handler)
{
    Inner::Route route{http::Method::get, Pattern(pattern), 0};
    route.reading = [handler = std::move(handler)](access::Work& work, const Asked& asked) -> Result<Shown> {
        auto json = handler(work, asked);
        if (!json) return json.error();
        return Shown{std::move(*json)};
    };
    inner_->add(std::move(route), {http::Method::get, pattern, false, true, operation, {}, {}, std::move(about)});
}

void Site::file(std::string pattern, access::Operation operation, File handler)
{
    Inner::Route route{http::Method::get, Pattern(pattern), 0};
    route.reading = [handler = std::move(handler)](access::Work& work, const Asked& asked) -> Result<Shown> {
        auto file = handler(work, asked);
        if (!file) return file.error();
        return Shown{std::move(*file)};
    };
    inner_->add(std::move(route), {http::Method::get, pattern, false, false, operation, {}, {}, {}});
}

void Site::open(http::Method method, std::string pattern, Open handler, Described about)
{
    Inner::Route route{method, Pattern(pattern), 0};
    route.open = std::move(handler);
    inner_->add(std::move(route), {method, pattern, true, pattern.starts_with("/api/"), access::Operation::manage_own_session, {},
                        std::move(about.body), std::move(about.about), std::move(about.answer), std::move(about.statuses)});
}

void Site::add(CommandEntry entry)
{
    if (!entry.page.empty()) {
        Inner::Route shown{http::Method::get, Pattern(entry.page), 0};
        shown.reading = [show = entry.show](access::Work& work, const Asked& asked) -> Result<Shown> {
            auto view = show(work, asked);
            if (!view) return view.error();
            return Shown{std::move(*view)};
        };
        inner_->add(std::move(shown), {http::Method::get, entry.page, false, false, entry.operation, entry.scope, {}, {}});
        Inner::Route posted{http::Method::post, Pattern(entry.page), 0};
        posted.writing = writing_of_form(entry);
        inner_->add(std::move(posted), {http::Method::post, entry.page, false, false, entry.operation, entry.scope, {}, {}});
    }
    if (!entry.api.empty()) {
        Inner::Route called{http::Method::post, Pattern(entry.api), 0};
        called.writing = writing_of_json(entry);
        inner_->add(std::move(called), {http::Method::post, entry.api, false, true, entry.operation, entry.scope, entry.schema,
                                        "command." + entry.scope + ".title", {}, {}, entry.takes_file});
    }
    inner_->commands.push_back(std::move(entry));
}

const CommandEntry& Site::command_of(std::string_view scope) const
{
    const auto found = std::ranges::find(inner_->commands, scope, &CommandEntry::scope);
    check(found != inner_->commands.end(), "there is no command of that name");
    return *found;
}

void Site::navigation(std::function<std::vector<html::NavigationItem>(access::Work&, const std::string&)> items)
{
    inner_->frame.navigation(std::move(items));
}

void Site::lead_family(std::function<html::Url(const std::string&)> address) { inner_->frame.lead_family(std::move(address)); }

const std::vector<RouteLine>& Site::lines() const { return inner_->lines; }
const Services& Site::services() const { return inner_->services; }

http::Response Site::open_page(const http::Request& request, View view) const
{
    return inner_->frame.draw(request, std::move(view), nullptr, {});
}

http::Response Site::page_for_all(const http::Request& request, View view) const
{
    return RequestRunner(inner_->services, inner_->frame, request).open_page(std::move(view));
}

http::Response Site::error_page(int status) const
{
    return inner_->frame.draw({}, inner_->frame.error_view(Language::sv, status, "–"), nullptr, {});
}

http::Response Site::error_answer(int status, std::string_view path) const
{
    if (!path.starts_with("/api/")) return error_page(status);
    return problem(status, inner_->frame.error_view(Language::sv, status, "–").title, "none");
}

std::size_t Site::body_bytes_max(std::string_view path) const
{
    // 10 MiB, which is what a file may have, is 13.4 MiB in base64.
    constexpr std::size_t file_in_json = 14UL * 1024 * 1024;
    for (const auto& route : inner_->routes) {
        const auto& line = inner_->lines[route.line];
        if (line.api && line.takes_file && route.pattern.match(path)) return file_in_json;
    }
    return 0;
}

http::Response Site::answer(const http::Request& request)
{
    const RequestRunner runner(inner_->services, inner_->frame, request);
    const auto method = request.method == http::Method::head ? http::Method::get : request.method;
    const Inner::Route* best = nullptr;
    PathParts parts;
    std::string other_methods;
    for (const auto& route : inner_->routes) {
        auto matched = route.pattern.match(request.path);
        if (!matched) continue;
        if (route.method != method) {
            const auto name = std::string(http::name_of(route.method));
            if (other_methods.find(name) == std::string::npos) other_methods += (other_methods.empty() ? "" : ", ") + name;
            continue;
        }
        if (best != nullptr && best->pattern.wildcards() <= route.pattern.wildcards()) continue;
        best = &route;
        parts = std::move(*matched);
    }
    return runner.guarded([&]() -> http::Response {
        if (best == nullptr) return other_methods.empty() ? runner.nothing_there() : runner.wrong_method(other_methods);
        if (best->open) return best->open(request);
        const auto& line = inner_->lines[best->line];
        if (best->reading) return runner.read(line.operation, line.api, parts, best->reading);
        auto answer = runner.write(line.operation, line.pattern, line.api, parts, best->writing);
        if (line.api && answer.status == 201)
            if (const auto where = inner_->where_it_is(request.path, answer.body); !where.empty()) answer.header("location", where.str());
        return answer;
    });
}

}  // namespace lots::web
