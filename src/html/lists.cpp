#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "html/content_components.h"
#include "html/parts.h"

namespace lots::html {

namespace {

void action_link(Html& out, const SummaryAction& action, const Content* card_title)
{
    if (!action.control.empty()) {
        out << action.control;
        return;
    }
    out << "<a"_m << class_attr(class_list("govuk-link", action.classes)) << href(action.href) << action.attributes << ">"_m
        << action.text;
    if (!action.hidden.empty() || card_title) {
        out << "<span class=\"govuk-visually-hidden\">"_m;
        if (!action.hidden.empty()) out << " "_m << text(action.hidden);
        if (card_title) out << " ("_m << *card_title << ")"_m;
        out << "</span>"_m;
    }
    out << "</a>"_m;
}

void summary_row(Html& out, const SummaryRow& row, bool others_have_actions, const Content* card_title)
{
    const bool gap = others_have_actions && row.actions.empty();
    out << "<div"_m
        << class_attr(class_list(gap ? "govuk-summary-list__row govuk-summary-list__row--no-actions" : "govuk-summary-list__row", row.classes))
        << "><dt"_m << class_attr(class_list("govuk-summary-list__key", row.key_classes)) << ">"_m << row.key << "</dt><dd"_m
        << class_attr(class_list("govuk-summary-list__value", row.value_classes)) << ">"_m << row.value << "</dd>"_m;
    if (!row.actions.empty()) {
        out << "<dd"_m << class_attr(class_list("govuk-summary-list__actions", row.actions_classes)) << ">"_m;
        if (row.actions.size() == 1) action_link(out, row.actions.front(), card_title);
        else {
            out << "<ul class=\"govuk-summary-list__actions-list\">"_m;
            for (const SummaryAction& action : row.actions) {
                out << "<li class=\"govuk-summary-list__actions-list-item\">"_m;
                action_link(out, action, card_title);
                out << "</li>"_m;
            }
            out << "</ul>"_m;
        }
        out << "</dd>"_m;
    }
    out << "</div>"_m;
}

void card_head(Html& out, const SummaryCard& card)
{
    out << "<div class=\"govuk-summary-card__title-wrapper\">"_m;
    if (!card.title.empty()) {
        open_heading(out, card.level, "govuk-summary-card__title");
        out << card.title;
        close_heading(out, card.level);
    }
    const Content* title = card.title.empty() ? nullptr : &card.title;
    if (card.actions.size() == 1) {
        out << "<div class=\"govuk-summary-card__actions\">"_m;
        action_link(out, card.actions.front(), title);
        out << "</div>"_m;
    }
    else if (!card.actions.empty()) {
        out << "<ul class=\"govuk-summary-card__actions\">"_m;
        for (const SummaryAction& action : card.actions) {
            out << "<li class=\"govuk-summary-card__action\">"_m;
            action_link(out, action, title);
            out << "</li>"_m;
        }
        out << "</ul>"_m;
    }
    out << "</div>"_m;
}

void span_attributes(Html& out, const Cell& cell)
{
    if (cell.colspan > 0) out << attr("colspan", std::to_string(cell.colspan));
    if (cell.rowspan > 0) out << attr("rowspan", std::to_string(cell.rowspan));
    out << cell.attributes;
}

/// What is set as a card is no table to some browsers any more, so that each part says what it is.
void role(Html& out, const Table& table, Markup said)
{
    if (table.cards) out << said;
}

void table_head(Html& out, const Table& table)
{
    if (table.head.empty()) return;
    out << "<thead class=\"govuk-table__head\""_m;
    role(out, table, " role=\"rowgroup\""_m);
    out << "><tr class=\"govuk-table__row\""_m;
    role(out, table, " role=\"row\""_m);
    out << ">"_m;
    for (const Cell& cell : table.head) {
        out << "<th scope=\"col\""_m
            << class_attr(class_list(cell.numeric ? "govuk-table__header govuk-table__header--numeric" : "govuk-table__header", cell.classes));
        role(out, table, " role=\"columnheader\""_m);
        span_attributes(out, cell);
        out << ">"_m << cell.content << "</th>"_m;
    }
    out << "</tr></thead>"_m;
}

void table_row(Html& out, const Table& table, const std::vector<Cell>& row)
{
    out << "<tr class=\"govuk-table__row\""_m;
    role(out, table, " role=\"row\""_m);
    out << ">"_m;
    for (std::size_t column = 0; column < row.size(); ++column) {
        const Cell& cell = row[column];
        const bool header = table.first_cell_is_header && column == 0;
        if (header) {
            out << "<th scope=\"row\""_m << class_attr(class_list("govuk-table__header", cell.classes));
            role(out, table, " role=\"rowheader\""_m);
        }
        else {
            out << "<td"_m
                << class_attr(class_list(cell.numeric ? "govuk-table__cell govuk-table__cell--numeric" : "govuk-table__cell", cell.classes));
            role(out, table, " role=\"cell\""_m);
        }
        span_attributes(out, cell);
        // The header of a row is what its card is called, and needs no name.
        if (table.cards && !header && column < table.head.size()) out << attr_of("data-label", table.head[column].content);
        out << ">"_m << cell.content << (header ? "</th>"_m : "</td>"_m);
    }
    out << "</tr>"_m;
}

}  // namespace

Html summary_list(const SummaryList& options)
{
    const bool has_actions = std::any_of(options.rows.begin(), options.rows.end(), [](const SummaryRow& r) { return !r.actions.empty(); });
    const Content* title = options.card && !options.card->title.empty() ? &options.card->title : nullptr;
    Html out;
    if (options.card) {
        out << "<div"_m << class_attr(class_list("govuk-summary-card", options.card->classes)) << options.card->attributes << ">"_m;
        card_head(out, *options.card);
        out << "<div class=\"govuk-summary-card__content\">"_m;
    }
    out << "<dl"_m << class_attr(class_list("govuk-summary-list", options.classes)) << options.attributes << ">"_m;
    for (const SummaryRow& row : options.rows) summary_row(out, row, has_actions, title);
    out << "</dl>"_m;
    if (options.card) out << "</div></div>"_m;
    return out;
}

Cell numeric(Content what)
{
    Cell cell(std::move(what));
    cell.numeric = true;
    return cell;
}

Cell day_cell(Content what)
{
    Cell cell(std::move(what));
    cell.classes = "sig-day";
    return cell;
}

Html table(const Table& options)
{
    Html out;
    out << "<table"_m << class_attr(class_list(options.cards ? "govuk-table sig-cards" : "govuk-table", options.classes));
    role(out, options, " role=\"table\""_m);
    out << options.attributes << ">"_m;
    if (!options.caption.empty())
        out << "<caption"_m << class_attr(class_list("govuk-table__caption", options.caption_classes)) << ">"_m << text(options.caption)
            << "</caption>"_m;
    table_head(out, options);
    out << "<tbody class=\"govuk-table__body\""_m;
    role(out, options, " role=\"rowgroup\""_m);
    out << ">"_m;
    for (const auto& row : options.rows) table_row(out, options, row);
    out << "</tbody></table>"_m;
    return out;
}

Html scrollable(std::string_view label, const Html& content)
{
    Html out;
    out << "<section class=\"sig-scrollable\" tabindex=\"0\""_m << attr("aria-label", label) << ">"_m << content << "</section>"_m;
    return out;
}

}  // namespace lots::html
