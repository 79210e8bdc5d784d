#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "html/content_components.h"
#include "html/html.h"
#include "html/words.h"

/// The components of our own that govuk-frontend has no counterpart to (classes sig-*).
namespace lots::html {

/// A fact beside the case's name: "Ansvarig: Sara Lind".
struct Fact {
    std::string label = {};
    Content value = {};
};

struct CaseHeader {
    std::string number = {};                     // "SIG-2026-014"
    Content title = {};                          // the page's h1: "Alex T., 16 år"
    Html status = {};                            // status_tag()
    std::vector<Fact> facts = {};
    Html more = {};                              // a link beside the facts: "Vem ser vad?"
    Html actions = {};                           // links and buttons to the right
    Content alert = {};                          // "Skyddade personuppgifter" or "Avidentifierat. Skriv inte namn …"
};
Html case_header(const CaseHeader& options);

struct SideLink {
    std::string label = {};
    Url href = {};
    bool current = false;
    std::string notice = {};                     // "1 saknas": shown as a small mark, read out in full
};
struct SideGroup {
    std::string label = {};                      // "Underlag"; empty: without a heading
    std::vector<SideLink> items = {};
};
struct SideNavigation {
    std::string label = {};                      // name of the landmark: "Ärendets sidor"
    std::vector<SideGroup> groups = {};
    std::string folded = {};                     // what the folded menu on a phone says: "Ärendets sidor: Plan"; empty: the label
};
/// Folded on a phone when there are more links than fit above the content. The list then stands twice, and the style shows one of them:
/// nothing depends on a script.
Html side_navigation(const SideNavigation& options);

/// Links behind one button: "Fler val".
Html link_menu(const Content& label, const std::vector<SideLink>& items);

/// In the order in which they are read: what stops the step, what should be there, and what is in order.
enum class GateState { missing, should, done };
/// One requirement before the next step, met or not.
struct GateLine {
    GateState state = GateState::missing;
    Content text = {};                           // "Vårdnadshavare 2 har inte svarat"
    Content when = {};                           // "18 november"
    Content rule = {};                           // behind "Varför?": the reason, the section, from when it applies
    std::string who_can = {};                    // "socialtjänsten"
    std::string requirement = {};                // which one it is, for programs that read the page: "S0-22"; not shown
    Html action = {};                            // links and buttons that make it done
};
struct GateBox {
    Content title = {};                          // "Nästa steg: Kalla till första mötet"; empty where the page's heading says it
    Content summary = {};                        // "Två saker saknas. En är klar."
    std::vector<GateLine> lines = {};
    Html action = {};                            // the step itself, when nothing is missing
    bool open = false;                           // nothing that must be is missing
    int level = 2;
};
Html gate_box(const Words& words, const GateBox& options);

struct Event {
    std::string machine_time = {};               // ISO 8601, for <time datetime>
    std::string when = {};                       // "18 november kl. 14.05"
    Content text = {};
    Content by = {};                             // "Sara Lind, socialtjänsten"
    Content body = {};                           // more, when there is more
};
struct Timeline {
    Content title = {};
    std::vector<Event> events = {};              // newest first
    Html more = {};                              // "Visa alla 9"
    int level = 2;
};
Html timeline(const Timeline& options);

struct EmptyState {
    Content title = {};                          // "Planen är tom."
    Content text = {};                           // "Börja med det som Alex tycker är viktigast."
    Html action = {};
};
Html empty_state(const EmptyState& options);

/// `side` (navigation, facts) to the left of `main`, `extra` (events) to the right when given; below each other on a phone.
Html columns(const Html& side, const Html& main, const Html& extra = {});

/// What one reads to the left of what one writes; before it on a phone.
Html beside(const Html& read, const Html& write);

/// A part of a text, from its first byte to the one after its last, and why it is marked.
struct Mark {
    std::size_t begin = 0, end = 0;
    std::string why = {};  // read out after the part; shown in the list that the page has beside
};
/// A text that somebody wrote, with its line breaks and with parts of it marked. `marks` are in order and do not overlap.
Html marked_text(std::string_view written, const std::vector<Mark>& marks);

/// A word with a colour and a shape, so that neither stands alone.
Html status_tag(const Content& word, TagKind kind);

/// A group of the same urgency on a work list: "Försenat (2)".
struct WorkItem {
    Content text = {};
    Url href = {};                               // empty: somebody else's to do
    Content about = {};                          // "SIG-2026-014 Alex T."
    Content due = {};                            // "2 dagar försenat"
    Html action = {};
    Html why = {};                               // the rule behind it, folded
};
struct WorkList {
    Content title = {};
    std::vector<WorkItem> items = {};
    bool urgent = false;
    int level = 2;
};
Html work_list(const WorkList& options);

/// One of the ways to see a list: "Hela teamet". What is shown now leads nowhere.
struct FilterLink {
    Content text = {};
    Url href = {};
    bool current = false;
};
/// "Visa: Mina · Hela teamet": links, so that nothing depends on a script. `label` says what is chosen, and is read above them.
Html filter_links(const std::string& label, const std::vector<FilterLink>& items);

/// A surface with a heading of its own.
Html card(const Content& title, const Html& body, int level = 2);

}  // namespace lots::html
