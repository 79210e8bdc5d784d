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

    void add(Route route, RouteLine line)
    {
        for (const auto& other : lines)
            check(other.pattern != line.pattern || other.method != line.method, "two routes with the same address");
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

void Site::open(http::Method method, std::string pattern, Open handler)
{
    Inner::Route route{method, Pattern(pattern), 0};
    route.open = std::move(handler);
    inner_->add(std::move(route), {method, pattern, true, pattern.starts_with("/api/"), access::Operation::manage_own_session, {}, {}, {}});
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
                                        "command." + entry.scope + ".title"});
    }
    inner_->commands.push_back(std::move(entry));
}

const CommandEntry& Site::command_of(std::string_view scope) const
{
    const auto found = std::ranges::find(inner_->commands, scope, &CommandEntry::scope);
    check(found != inner_->commands.end(), "there is no command of that name");
    return *found;
}

void Site::navigation(std::function<std::vector<html::NavigationItem>(const access::Reader&, const std::string&)> items)
{
    inner_->frame.navigation(std::move(items));
}

const std::vector<RouteLine>& Site::lines() const { return inner_->lines; }
const Services& Site::services() const { return inner_->services; }

http::Response Site::open_page(const http::Request& request, View view) const
{
    return inner_->frame.draw(request, std::move(view), nullptr, {});
}

http::Response Site::error_page(int status) const
{
    return inner_->frame.draw({}, inner_->frame.error_view(Language::sv, status, "–"), nullptr, {});
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
        return runner.write(line.operation, line.pattern, line.api, parts, best->writing);
    });
}

}  // namespace lots::web
