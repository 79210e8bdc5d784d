#include "html/sig_components.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/check.h"
#include "html/parts.h"

namespace lots::html {

namespace {

/// Text with its line breaks, also one that ends with a break: another part of the same text follows.
void add_with_breaks(Html& out, std::string_view written)
{
    for (;;) {
        const auto end = std::min(written.find('\n'), written.size());
        auto line = written.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        out << text(line);
        if (end == written.size()) return;
        out << "<br>"_m;
        written.remove_prefix(end + 1);
    }
}

}  // namespace

Html case_header(const CaseHeader& o)
{
    Html out;
    out << "<div class=\"sig-case\">"_m;
    if (!o.number.empty() || !o.status.empty() || !o.actions.empty()) {
        out << "<div class=\"sig-case__top\"><span class=\"sig-case__number\">"_m << text(o.number) << "</span>"_m << o.status;
        if (!o.actions.empty()) out << "<div class=\"sig-case__actions\">"_m << o.actions << "</div>"_m;
        out << "</div>"_m;
    }
    out << "<h1 class=\"govuk-heading-l sig-case__title\">"_m << o.title << "</h1>"_m;
    if (!o.alert.empty()) out << "<p class=\"sig-alert\"><strong>"_m << o.alert << "</strong></p>"_m;
    if (!o.facts.empty() || !o.more.empty()) out << "<div class=\"sig-case__facts\">"_m;
    if (!o.facts.empty()) {
        out << "<dl class=\"sig-facts\">"_m;
        for (const Fact& fact : o.facts)
            out << "<div class=\"sig-facts__item\"><dt>"_m << text(fact.label) << "</dt><dd>"_m << fact.value << "</dd></div>"_m;
        out << "</dl>"_m;
    }
    if (!o.more.empty()) out << "<p class=\"sig-case__more\">"_m << o.more << "</p>"_m;
    if (!o.facts.empty() || !o.more.empty()) out << "</div>"_m;
    out << "</div>"_m;
    return out;
}

namespace {

Html side_groups(const std::vector<SideGroup>& groups)
{
    Html out;
    for (const SideGroup& group : groups) {
        if (!group.label.empty()) out << "<p class=\"sig-side__group\">"_m << text(group.label) << "</p>"_m;
        out << "<ul class=\"sig-side__list\">"_m;
        for (const SideLink& item : group.items) {
            out << "<li><a class=\"sig-side__link\""_m << href(item.href);
            if (item.current) out << " aria-current=\"page\""_m;
            out << ">"_m << text(item.label);
            if (!item.notice.empty()) out << " <span class=\"sig-side__notice\">"_m << text(item.notice) << "</span>"_m;
            out << "</a></li>"_m;
        }
        out << "</ul>"_m;
    }
    return out;
}

}  // namespace

Html side_navigation(const SideNavigation& o)
{
    constexpr std::size_t fit = 4;
    std::size_t links = 0;
    for (const SideGroup& group : o.groups) links += group.items.size();
    Html out;
    out << "<nav class=\"sig-side\""_m << attr("aria-label", o.label) << ">"_m;
    const auto list = side_groups(o.groups);
    if (links <= fit) out << list;
    else
        out << details({.summary = o.folded.empty() ? o.label : o.folded, .body = list, .classes = "sig-side__fold"})
            << "<div class=\"sig-side__open\">"_m << list << "</div>"_m;
    out << "</nav>"_m;
    return out;
}

Html link_menu(const Content& label, const std::vector<SideLink>& items)
{
    Html out;
    out << "<details class=\"sig-menu\"><summary class=\"sig-menu__button\">"_m << label
        << "</summary><div class=\"sig-menu__panel\"><ul class=\"sig-menu__list\">"_m;
    for (const SideLink& item : items)
        out << "<li><a class=\"sig-menu__link\""_m << href(item.href) << ">"_m << text(item.label) << "</a></li>"_m;
    out << "</ul></div></details>"_m;
    return out;
}

namespace {

void gate_line(Html& out, const Words& words, const GateLine& line)
{
    constexpr std::array states{"missing", "should", "done"};
    const std::array<const std::string*, 3> names{&words.missing, &words.should, &words.done};
    const auto state = static_cast<std::size_t>(line.state);
    out << "<li"_m << attr("class", std::string("sig-gate__line sig-gate__line--") + states[state])
        << attr_if("data-requirement", line.requirement) << "><span class=\"sig-gate__state\">"_m
        << text(*names[state]) << "</span><div class=\"sig-gate__body\"><p class=\"sig-gate__text\">"_m
        << line.text;
    if (!line.when.empty()) out << " <span class=\"sig-secondary\">"_m << line.when << "</span>"_m;
    out << "</p>"_m;
    if (!line.who_can.empty())
        out << "<p class=\"sig-secondary sig-gate__who\">"_m << text(words.who_can) << ": "_m << text(line.who_can) << "</p>"_m;
    if (!line.action.empty()) out << "<div class=\"sig-gate__action\">"_m << line.action << "</div>"_m;
    if (!line.rule.empty()) out << details({.summary = words.why, .body = line.rule, .classes = "sig-gate__why"});
    out << "</div></li>"_m;
}

}  // namespace

Html gate_box(const Words& words, const GateBox& o)
{
    Html out;
    out << "<section"_m << attr("class", o.open ? "sig-gate sig-gate--open" : "sig-gate") << ">"_m;
    if (!o.title.empty()) {
        open_heading(out, o.level, "govuk-heading-m sig-gate__title");
        out << o.title;
        close_heading(out, o.level);
    }
    if (!o.summary.empty()) out << "<p class=\"govuk-body sig-gate__summary\">"_m << o.summary << "</p>"_m;
    // What is missing first; what is done is folded away when it is more than a glance.
    constexpr std::ptrdiff_t glance = 3;
    const bool folds = std::ranges::count(o.lines, GateState::done, &GateLine::state) > glance;
    Html open, done;
    for (const auto state : {GateState::missing, GateState::should, GateState::done})
        for (const GateLine& line : o.lines)
            if (line.state == state) gate_line(folds && state == GateState::done ? done : open, words, line);
    const auto list = [](const Html& lines) { return Html() << "<ul class=\"sig-gate__lines\">"_m << lines << "</ul>"_m; };
    if (!open.empty()) out << list(open);
    if (folds) out << details({.summary = words.show_done, .body = list(done), .classes = "sig-gate__done"});
    if (!o.action.empty()) out << "<div class=\"sig-gate__step\">"_m << o.action << "</div>"_m;
    out << "</section>"_m;
    return out;
}

Html timeline(const Timeline& o)
{
    Html out;
    out << "<section class=\"sig-timeline\">"_m;
    open_heading(out, o.level, "govuk-heading-s sig-timeline__title");
    out << o.title;
    close_heading(out, o.level);
    out << "<ol class=\"sig-timeline__list\">"_m;
    for (const Event& event : o.events) {
        out << "<li class=\"sig-timeline__event\">"_m;
        if (event.machine_time.empty()) out << "<span class=\"sig-timeline__when\">"_m << text(event.when) << "</span>"_m;
        else
            out << "<time class=\"sig-timeline__when\""_m << attr("datetime", event.machine_time) << ">"_m << text(event.when)
                << "</time>"_m;
        out << "<div class=\"sig-timeline__text\">"_m << event.text << "</div>"_m;
        if (!event.body.empty()) out << "<div class=\"sig-timeline__body\">"_m << event.body << "</div>"_m;
        if (!event.by.empty()) out << "<div class=\"sig-secondary\">"_m << event.by << "</div>"_m;
        out << "</li>"_m;
    }
    out << "</ol>"_m << o.more << "</section>"_m;
    return out;
}

Html empty_state(const EmptyState& o)
{
    Html out;
    out << "<div class=\"sig-empty\"><p class=\"sig-empty__title\">"_m << o.title << "</p>"_m;
    if (!o.text.empty()) out << "<p class=\"govuk-body\">"_m << o.text << "</p>"_m;
    out << o.action << "</div>"_m;
    return out;
}

Html columns(const Html& side, const Html& main, const Html& extra)
{
    Html out;
    out << "<div"_m << attr("class", extra.empty() ? "sig-columns" : "sig-columns sig-columns--three")
        << "><div class=\"sig-columns__side\">"_m << side << "</div><div class=\"sig-columns__main\">"_m << main << "</div>"_m;
    if (!extra.empty()) out << "<div class=\"sig-columns__extra\">"_m << extra << "</div>"_m;
    out << "</div>"_m;
    return out;
}

Html beside(const Html& read, const Html& write)
{
    Html out;
    out << "<div class=\"sig-beside\"><div class=\"sig-beside__read\">"_m << read
        << "</div><div class=\"sig-beside__write\">"_m << write << "</div></div>"_m;
    return out;
}

Html marked_text(std::string_view written, const std::vector<Mark>& marks)
{
    Html out;
    out << "<p class=\"govuk-body sig-marked\">"_m;
    std::size_t done = 0;
    for (const auto& mark : marks) {
        check(done <= mark.begin && mark.begin <= mark.end && mark.end <= written.size(),
              "marks that are not in order in their text");
        add_with_breaks(out, written.substr(done, mark.begin - done));
        out << "<mark class=\"sig-mark\">"_m;
        add_with_breaks(out, written.substr(mark.begin, mark.end - mark.begin));
        if (!mark.why.empty()) out << visually_hidden(" (" + mark.why + ")");
        out << "</mark>"_m;
        done = mark.end;
    }
    add_with_breaks(out, written.substr(done));
    out << "</p>"_m;
    return out;
}

Html status_tag(const Content& word, TagKind kind)
{
    return tag({.text = word, .kind = kind, .classes = "sig-status"});
}

Html work_list(const WorkList& o)
{
    Html out;
    out << "<section"_m << attr("class", o.urgent ? "sig-work sig-work--urgent" : "sig-work") << ">"_m;
    open_heading(out, o.level, "govuk-heading-s sig-work__title");
    out << o.title << " <span class=\"sig-work__count\">"_m << text(std::to_string(o.items.size())) << "</span>"_m;
    close_heading(out, o.level);
    out << "<ul class=\"sig-work__list\">"_m;
    for (const WorkItem& item : o.items) {
        out << "<li class=\"sig-work__item\"><div class=\"sig-work__what\">"_m;
        if (item.href.empty()) out << "<span class=\"sig-work__link\">"_m << item.text << "</span>"_m;
        else out << "<a class=\"govuk-link sig-work__link\""_m << href(item.href) << ">"_m << item.text << "</a>"_m;
        if (!item.about.empty()) out << "<span class=\"sig-secondary\">"_m << item.about << "</span>"_m;
        out << "</div>"_m;
        if (!item.due.empty()) out << "<span class=\"sig-work__due\">"_m << item.due << "</span>"_m;
        if (!item.action.empty()) out << "<div class=\"sig-work__action\">"_m << item.action << "</div>"_m;
        if (!item.why.empty()) out << "<div class=\"sig-work__why\">"_m << item.why << "</div>"_m;
        out << "</li>"_m;
    }
    out << "</ul></section>"_m;
    return out;
}

Html filter_links(const std::string& label, const std::vector<FilterLink>& items)
{
    if (items.size() < 2) return {};
    Html out;
    out << "<nav class=\"sig-filter\""_m << attr("aria-label", label) << "><p class=\"sig-filter__label\" aria-hidden=\"true\">"_m
        << text(label) << "</p><ul class=\"sig-filter__list\">"_m;
    for (const FilterLink& item : items) {
        out << "<li>"_m;
        if (item.current) out << "<strong aria-current=\"true\">"_m << item.text << "</strong>"_m;
        else out << link(item.href, item.text);
        out << "</li>"_m;
    }
    out << "</ul></nav>"_m;
    return out;
}

Html card(const Content& title, const Html& body, int level)
{
    Html out;
    out << "<section class=\"sig-card\">"_m;
    open_heading(out, level, "govuk-heading-s sig-card__title");
    out << title;
    close_heading(out, level);
    out << body << "</section>"_m;
    return out;
}

}  // namespace lots::html
