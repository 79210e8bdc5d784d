#include <algorithm>

#include "web/command.h"
#include "web/gates.h"

namespace lots::web::detail {

using html::Html;
using namespace html::literals;

namespace {

std::string command_words(const Asked& asked, std::string_view scope, const std::string& what)
{
    const auto key = MessageKey::of_name("command." + std::string(scope) + "." + what);
    return key ? lots::say(asked.language(), *key) : std::string{};
}

html::Url own_address(const Asked& asked)
{
    const auto url = html::Url::local(asked.request.path);
    check(url.has_value(), "a routed path is not an address of this site");
    return *url;
}

/// Text as it was written, line by line.
Html lines_of(const Asked& asked, const std::string& text)
{
    if (text.empty()) return html::text(asked.say("form.not_answered"));
    Html lines;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (at > 0) lines << "<br>"_m;
        lines << html::text(std::string_view(text).substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// Every field that differs, what stands there now beside what was sent.
Html difference_table(const Asked& asked, const std::vector<Difference>& differences)
{
    const auto title = asked.say("web.conflict.differs");
    html::Table table{.caption = title, .caption_classes = "govuk-table__caption--s"};
    table.head = {asked.say("web.conflict.field"), asked.say("web.conflict.theirs"), asked.say("web.conflict.mine")};
    table.first_cell_is_header = true;
    for (const auto& one : differences) table.rows.push_back({one.label, lines_of(asked, one.theirs), lines_of(asked, one.mine)});
    return html::scrollable(title, html::table(table));
}

/// Why the attempt failed, above the form, which still holds what was typed.
Html refusal_box(const Asked& asked, const FormParts& parts)
{
    if (const auto* refusal = parts.refusal->as<Refused>())
        return blocked_box(asked.language(), asked.words(), asked.today, parts.scope, refusal->decision, *parts.about,
                           *parts.actions);
    const auto* conflict = parts.refusal->as<Conflict>();
    check(conflict != nullptr, "a form was refused without a reason");
    Html text;
    text << html::heading(2, asked.say("web.conflict.heading"))
         << html::paragraph(asked.say("web.conflict.text",
                                      {{"who", conflict->changed_by},
                                       {"clock", conflict->changed_at ? local_clock(*conflict->changed_at) : std::string("–")}}));
    if (!conflict->differences.empty()) text << difference_table(asked, conflict->differences);
    else if (conflict->theirs.empty()) text << html::paragraph(asked.say("web.conflict.same"));
    else text << html::heading(3, asked.say("web.conflict.theirs")) << html::paragraph(lines_of(asked, conflict->theirs));
    return html::inset_text({.text = text});
}

/// What the step needs. The page's heading says which step it is, so an open gate has none of its own.
Html gate_part(const Asked& asked, const FormParts& parts, bool open)
{
    if (parts.gate->findings().empty()) return {};
    if (open)
        return gate_box(asked.language(), asked.words(), asked.today, {}, *parts.gate, *parts.about, {}, *parts.actions);
    return blocked_box(asked.language(), asked.words(), asked.today, parts.scope, *parts.gate, *parts.about, *parts.actions);
}

View frame_of(const Asked& asked, const FormParts& parts)
{
    View view;
    view.title = command_words(asked, parts.scope, "title");
    check(!view.title.empty(), "a command has no title in the catalogue");
    if (!parts.back->empty()) view.before_main = html::back_link(asked.words(), {.href = *parts.back});
    view.main << *parts.header;
    return view;
}

Html heading_of(const FormParts& parts, const std::string& title)
{
    return html::heading(parts.header->empty() ? 1 : 2, title, html::Size::large);
}

/// Said where staff write about somebody: each agency keeps its own record by its own rules, and this is none of them (S0-77, S1-48).
Html beside_own_record(const Asked& asked, const FormParts& parts)
{
    using access::Role;
    const auto role = asked.reader.role;
    const bool is_private = role == Role::youth || role == Role::guardian || role == Role::helper;
    if (is_private || (!asked.path.contains("case") && parts.scope != "propose")) return {};
    return html::secondary_paragraph(asked.say("web.own_record"));
}

}  // namespace

View form_view(const Asked& asked, const FormParts& parts, form::FormPage& page)
{
    auto view = frame_of(asked, parts);
    const auto summary = page.summary();
    view.has_errors = !summary.empty();
    if (view.has_errors) view.status = 400;
    if (parts.sent_before) view.status = 409;
    if (parts.refusal != nullptr) view.status = parts.refusal->as<Conflict>() != nullptr ? 409 : 422;

    view.main << summary;
    if (parts.refusal != nullptr) view.main << refusal_box(asked, parts);
    if (parts.sent_before) {
        Html said;
        said << html::heading(2, asked.say("web.sent_before.heading")) << html::paragraph(asked.say("web.sent_before.text"));
        view.main << html::inset_text({.text = said});
    }
    view.main << heading_of(parts, view.title);
    const auto lead = command_words(asked, parts.scope, "lead");
    if (!lead.empty()) view.main << html::paragraph(lead);
    view.main << *parts.above;

    const auto button_words = command_words(asked, parts.scope, "button");
    html::Form form;
    form.action = own_address(asked);
    form.secrets = asked.secrets();
    form.body = page.take_body();
    form.body << html::button({.text = !button_words.empty() ? button_words : asked.say("common.save")});
    form.hidden = page.take_hidden();
    form.multipart = page.has_file();

    // A gate that is not open is shown instead of the form: no button without its reason, no form that cannot succeed. What somebody has
    // typed is shown all the same, to be copied or sent when the gate is open.
    const bool open = parts.gate->findings().empty() || parts.gate->allowed();
    const bool told =
        parts.refusal != nullptr && parts.refusal->as<Refused>() != nullptr;  // a refusal has said the same and more
    if (!told) view.main << gate_part(asked, parts, open);
    if (open || parts.refusal != nullptr || parts.typed) view.main << html::form(form) << beside_own_record(asked, parts);
    return view;
}

View answers_view(const Asked& asked, const FormParts& parts, form::AnswersPage& page)
{
    auto view = frame_of(asked, parts);
    view.title = asked.say("web.check_answers.title");
    view.main << heading_of(parts, view.title) << page.list()
              << html::warning_text(asked.words(), {.text = asked.say("web.check_answers.warning")});
    const auto button_words = command_words(asked, parts.scope, "button");
    html::Form form;
    form.action = own_address(asked);
    form.secrets = asked.secrets();
    form.hidden = page.hidden();
    form.body << html::button_group(
        {html::button({.text = !button_words.empty() ? button_words : asked.say("common.save"), .name = "step", .value = "confirmed"}),
         html::button({.text = asked.say("web.change_answers"), .name = "step", .value = "change",
                       .classes = "govuk-button--secondary"})});
    view.main << html::form(form);
    return view;
}

}  // namespace lots::web::detail
