#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "html/html.h"
#include "html/words.h"

/// What a page shows. Each function draws one component of govuk-frontend 6.6.0 and is compared with that package's own
/// fixtures. Options are plain structs, to be filled by name: `tag({.text = "Pågår", .kind = TagKind::blue})`.
namespace lots::html {

// --- running text -------------------------------------------------------------------------------------------------------

enum class Size { small, medium, large, extra_large };

/// level 1-6. The size follows the level unless given: 1 large, 2 medium, others small.
Html heading(int level, const Content& text, std::optional<Size> size = {}, std::string_view id = {});
Html paragraph(const Content& text);
Html secondary_paragraph(const Content& text);  // quieter: dates, sources, help
Html link(const Url& to, const Content& text);
/// "Ändra skola": `hidden` is read out after the text but not shown.
Html link(const Url& to, const Content& text, std::string_view hidden);
Html bullets(const std::vector<Content>& items);
Html numbered(const std::vector<Content>& items);
/// Text that somebody wrote, with its line breaks; nothing else of it is markup.
Html lines(std::string_view written);
/// Read out, not shown.
Html visually_hidden(std::string_view text);

// --- boxes --------------------------------------------------------------------------------------------------------------

struct BackLink {
    Content text = {};                // Words::back when empty
    Url href = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html back_link(const Words& words, const BackLink& options);

struct Crumb {
    Content text = {};
    Url href = {};                    // empty: the page itself
    Attributes attributes = {};
};
struct Breadcrumbs {
    std::vector<Crumb> items = {};
    bool collapse_on_mobile = false;
    std::string classes = {};
    Attributes attributes = {};
    std::string label = {};           // Words::breadcrumbs when empty
};
Html breadcrumbs(const Words& words, const Breadcrumbs& options);

struct Details {
    Content summary = {};
    Content body = {};
    bool open = false;
    std::string id = {}, classes = {};
    Attributes attributes = {};
};
Html details(const Details& options);

struct InsetText {
    Content text = {};
    std::string id = {}, classes = {};
    Attributes attributes = {};
};
Html inset_text(const InsetText& options);

enum class Banner { important, success };
struct NotificationBanner {
    Content text = {};                // plain text becomes the banner's heading line
    Banner kind = Banner::important;
    Content title = {};               // Words::important or success when empty
    int title_level = 2;
    std::string title_id = "govuk-notification-banner-title", role = {}, classes = {};
    std::optional<bool> disable_auto_focus = {};
    Attributes attributes = {};
};
Html notification_banner(const Words& words, const NotificationBanner& options);

struct Panel {
    Content title = {};
    Content text = {};
    int level = 1;
    std::string classes = {};
    Attributes attributes = {};
};
/// "Förslaget är skickat": the receipt after something important.
Html panel(const Panel& options);

struct WarningText {
    Content text = {};
    std::string icon_text = {};       // Words::warning when empty
    std::string classes = {};
    Attributes attributes = {};
};
Html warning_text(const Words& words, const WarningText& options);

/// Colours of tags. The meaning is always in the word too.
enum class TagKind { plain, grey, blue, teal, green, yellow, orange, red, magenta, purple };
struct Tag {
    Content text = {};
    TagKind kind = TagKind::plain;
    std::string classes = {};
    Attributes attributes = {};
};
Html tag(const Tag& options);

struct SkipLink {
    Content text = {};
    Url href = "#main"_url;
    std::string classes = {};
    Attributes attributes = {};
};
Html skip_link(const SkipLink& options);

// --- lists and tables ---------------------------------------------------------------------------------------------------

struct SummaryAction {
    Content text = {};
    Url href = {};
    std::string hidden = {};          // "Ändra" carries what: "skola"
    std::string classes = {};
    Attributes attributes = {};
    Html control = {};                // instead of the link: a link_button() of the form that the list stands in
};
struct SummaryRow {
    Content key = {};
    Content value = {};
    std::vector<SummaryAction> actions = {};
    std::string classes = {}, key_classes = {}, value_classes = {}, actions_classes = {};
};
struct SummaryCard {
    Content title = {};
    int level = 2;
    std::vector<SummaryAction> actions = {};
    std::string classes = {};
    Attributes attributes = {};
};
struct SummaryList {
    std::vector<SummaryRow> rows = {};
    std::optional<SummaryCard> card = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html summary_list(const SummaryList& options);

struct Cell {
    Content content = {};
    bool numeric = false;
    int colspan = 0, rowspan = 0;     // 0: none
    std::string classes = {};
    Attributes attributes = {};

    Cell() = default;
    Cell(Content what) : content(std::move(what)) {}              // NOLINT(google-explicit-constructor)
    Cell(const char* what) : content(what) {}                     // NOLINT(google-explicit-constructor)
    Cell(const std::string& what) : content(what) {}              // NOLINT(google-explicit-constructor)
    Cell(Html what) : content(std::move(what)) {}                 // NOLINT(google-explicit-constructor)
};
/// A cell set to the right, for numbers.
Cell numeric(Content what);
/// A cell with a day ("1 dec 2026"), which a narrow column does not break word by word.
Cell day_cell(Content what);

struct Table {
    std::string caption = {};
    std::string caption_classes = "govuk-table__caption--m";
    std::vector<Cell> head = {};
    std::vector<std::vector<Cell>> rows = {};
    bool first_cell_is_header = false;
    std::string classes = {};
    Attributes attributes = {};
    bool cards = false;               // where there is no room for columns, a card for each row; its parts are named after the head
};
/// Wide tables scroll inside `scrollable()`, or are cards on a phone. Cards are for rows that are read one at a time; numbers to compare
/// stay a table.
Html table(const Table& options);
/// A region that scrolls sideways on a phone; keyboard users can reach it. `label` says what is in it.
Html scrollable(std::string_view label, const Html& content);

struct PageLink {
    std::string number = {};
    Url href = {};
    bool current = false, ellipsis = false;
    std::string label = {};           // "Sida 3" when empty
    Attributes attributes = {};
};
struct PageStep {
    Url href = {};
    Content text = {};                // Words::previous or next when empty
    std::string label = {};
    Attributes attributes = {};
};
struct Pagination {
    std::vector<PageLink> items = {};
    std::optional<PageStep> previous = {}, next = {};
    std::string landmark = {}, classes = {};
    Attributes attributes = {};
};
Html pagination(const Words& words, const Pagination& options);

}  // namespace lots::html
