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

/// Text as it was written, line by line.
Html lines_of(const Asked& asked, const std::string& text)
{
    if (text.empty()) return html::text(asked.say("form.not_answered"));
    return html::lines(text);
}

/// Every field that differs, what stands there now beside what was sent.
Html difference_table(const Asked& asked, const std::vector<Difference>& differences)
{
    const auto title = asked.say("web.conflict.differs");
    html::Table table{.caption = title, .caption_classes = "govuk-table__caption--s"};
    table.head = {asked.say("web.conflict.field"), asked.say("web.conflict.theirs"), asked.say("web.conflict.mine")};
    table.first_cell_is_header = table.cards = true;
    for (const auto& one : differences) table.rows.push_back({one.label, lines_of(asked, one.theirs), lines_of(asked, one.mine)});
    return html::scrollable(title, html::table(table));
}

/// Takes the focus, as a summary of faults does: what is said first is read first.
Html focused(const Html& box)
{
    return Html() << "<div role=\"alert\" data-module=\"govuk-error-summary\">"_m << box << "</div>"_m;
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
    if (parts.refusal == nullptr) return view;
    view.has_errors = true;
    view.status = parts.refusal->as<Conflict>() != nullptr ? 409 : 422;
    view.main << focused(refusal_box(asked, parts));
    return view;
}

bool has_pages(const FormParts& parts) { return parts.order != nullptr && !parts.order->none(); }

/// "Föreslå en ungdom: steg 2 av 4". The check is the last step. Empty for a form of one page.
Html step_line(const Asked& asked, const FormParts& parts, std::size_t step)
{
    if (!has_pages(parts)) return {};
    return html::secondary_paragraph(asked.say("web.step_of", {{"title", command_words(asked, parts.scope, "title")},
                                                               {"step", step},
                                                               {"steps", parts.order->names().size() + 1}}));
}

std::string button_words(const Asked& asked, const FormParts& parts)
{
    const auto own = command_words(asked, parts.scope, "button");
    return own.empty() ? asked.say("common.save") : own;
}

bool is_conflict(const FormParts& parts) { return parts.refusal != nullptr && parts.refusal->as<Conflict>() != nullptr; }

/// After a conflict one chooses: mine, or what stands there now. The second only fetches the form anew.
Html keep_mine_or_theirs(const Asked& asked, const std::string& step)
{
    return html::button_group(
        {html::button({.text = asked.say("web.conflict.keep_mine"), .name = step.empty() ? "" : "step", .value = step}),
         html::button({.text = asked.say("web.conflict.keep_theirs"), .classes = "govuk-button--secondary", .href = own_address(asked)})});
}

/// The button of the form, and what else one may do there.
Html form_buttons(const Asked& asked, const FormParts& parts)
{
    if (is_conflict(parts)) return keep_mine_or_theirs(asked, {});
    if (!parts.confirms) return html::button({.text = button_words(asked, parts)});
    const auto own = command_words(asked, parts.scope, "first_button");
    const auto onward = own.empty() ? asked.say("common.continue") : own;
    if (!has_pages(parts)) return html::button({.text = onward});
    std::vector<Html> buttons{html::button({.text = onward, .name = "step", .value = "next"})};
    if (!parts.walk->from_check && parts.walk->at != parts.order->names().front())
        buttons.push_back(html::button({.text = asked.say("common.back"), .name = "step", .value = "back",
                                        .classes = "govuk-button--secondary"}));
    return html::button_group(buttons);
}

void add(std::vector<html::Hidden>& fields, std::vector<html::Hidden> more)
{
    for (auto& one : more) fields.push_back(std::move(one));
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

html::Url own_address(const Asked& asked)
{
    const auto url = html::Url::local(asked.request.path);
    check(url.has_value(), "a routed path is not an address of this site");
    return *url;
}

bool only_asks(std::string_view scope)
{
    return MessageKey::of_name("command." + std::string(scope) + ".check_keep").has_value();
}

View form_view(const Asked& asked, const FormParts& parts, form::FormPage& page)
{
    const bool paged = has_pages(parts);
    const bool first_page = !paged || parts.walk->at == parts.order->names().front();
    auto view = frame_of(asked, parts);
    const auto summary = page.summary();
    if (!summary.empty()) view.status = 400;
    if (parts.sent_before) view.status = 409;
    view.has_errors = view.has_errors || !summary.empty() || parts.sent_before;
    if (!first_page) view.before_main = {};  // what was typed is in the form: its own button leads back

    view.main << summary;
    if (parts.sent_before) {
        Html said;
        said << html::heading(2, asked.say("web.sent_before.heading")) << html::paragraph(asked.say("web.sent_before.text"));
        view.main << focused(html::inset_text({.text = said}));
    }
    const auto title = view.title;
    if (paged) {
        const auto question = form::Labels(asked.language(), std::string(parts.scope)).label(parts.walk->at);
        view.title = asked.say("web.step_title", {{"question", question}, {"title", title}});
        view.main << step_line(asked, parts, parts.order->place(parts.walk->at)) << heading_of(parts, question);
    }
    else view.main << heading_of(parts, title);
    const auto lead = command_words(asked, parts.scope, "lead");
    if (first_page && !lead.empty()) view.main << html::paragraph(lead);
    if (first_page) view.main << *parts.above;

    html::Form form;
    form.action = own_address(asked);
    form.secrets = asked.secrets();
    form.body = page.take_body();
    form.body << form_buttons(asked, parts);
    form.hidden = page.take_hidden();
    if (paged) {
        add(form.hidden, parts.carried);
        add(form.hidden, hidden_of(*parts.walk));
    }
    form.multipart = page.has_file();

    // A gate that is not open is shown instead of the form: no button without its reason, no form that cannot succeed. What somebody has
    // typed is shown all the same, to be copied or sent when the gate is open.
    const bool open = parts.gate->findings().empty() || parts.gate->allowed();
    const bool told =
        parts.refusal != nullptr && parts.refusal->as<Refused>() != nullptr;  // a refusal has said the same and more
    Html asking;
    if (!told && (first_page || !open)) asking << gate_part(asked, parts, open);
    if (open || parts.refusal != nullptr || parts.typed) asking << html::form(form) << beside_own_record(asked, parts);
    const bool has_beside = first_page && parts.beside != nullptr && !parts.beside->empty();
    view.main << (has_beside ? html::beside(*parts.beside, asking) : asking);
    if (first_page && parts.below != nullptr) view.main << *parts.below;
    return view;
}

View answers_view(const Asked& asked, const FormParts& parts, form::AnswersPage& page)
{
    auto view = frame_of(asked, parts);
    const auto summary = page.summary();
    if (!summary.empty()) {
        view.has_errors = true;
        view.status = 400;
    }
    const auto own_title = command_words(asked, parts.scope, "check_title");
    view.title = own_title.empty() ? asked.say("web.check_answers.title") : own_title;
    const bool paged = has_pages(parts);
    if (paged) view.before_main = {};
    view.main << summary;
    if (paged) view.main << step_line(asked, parts, parts.order->names().size() + 1);
    view.main << heading_of(parts, view.title) << *parts.check;

    html::Form form;
    form.action = own_address(asked);
    form.secrets = asked.secrets();
    form.hidden = page.hidden();
    if (paged) {
        // All of its pages are behind, and each answer leads back to its own.
        Walk walk;
        walk.sent.insert(parts.order->names().begin(), parts.order->names().end());
        add(form.hidden, hidden_of(walk));
    }
    form.multipart = !page.files().empty();
    form.body << page.list(parts.header->empty() ? 2 : 3);
    if (!page.files().empty()) form.body << html::paragraph(asked.say("web.check_answers.file")) << page.files();
    const auto own_warning = command_words(asked, parts.scope, "check_warning");
    if (!own_warning.empty()) form.body << html::warning_text(asked.words(), {.text = own_warning});
    else if (!parts.undoable) form.body << html::warning_text(asked.words(), {.text = asked.say("web.check_answers.warning")});
    const auto confirm = html::button({.text = button_words(asked, parts), .name = "step", .value = "confirmed"});
    if (is_conflict(parts)) form.body << keep_mine_or_theirs(asked, "confirmed");
    else if (only_asks(parts.scope))
        form.body << html::button_group({confirm, html::button({.text = command_words(asked, parts.scope, "check_keep"),
                                                                .classes = "govuk-button--secondary",
                                                                .href = *parts.back})});
    else
        form.body << html::button_group(
            {confirm,
             html::button({.text = asked.say(paged ? MessageKey("common.back") : MessageKey("web.change_answers")),
                           .name = "step",
                           .value = paged ? "back" : "change",
                           .classes = "govuk-button--secondary"})});
    view.main << html::form(form);
    return view;
}

}  // namespace lots::web::detail
