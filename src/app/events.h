#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "html/components.h"
#include "html/pictures.h"
#include "web/asked.h"
#include "web/site.h"

// What has happened in a case, gathered compartment by compartment: each part is asked for by its own permit, and what the reader may not
// read is not there (settled 19). Nothing is stored for it.
namespace lots::app {

enum class EventKind : std::uint8_t { step, consent, group, plan, meeting, lifted, note };
/// As programs read them, and as the tail of the message keys events.kind.<…>.
inline constexpr std::array<std::string_view, 7> event_kinds{"step", "consent", "group", "plan", "meeting", "lifted", "note"};
/// The same in addresses: /handelser?slag=moten.
inline constexpr std::array<std::string_view, 7> event_kind_paths{"arendet", "samtycken", "gruppen", "planen", "moten", "lyft", "anteckningar"};

struct CaseEvent {
    EventKind kind = EventKind::step;
    Instant at = {};
    bool whole_day = false;       // only the day is known: `at` is its beginning
    std::string text = {};        // "Möte 2 hölls"
    std::string by = {};          // who did it, for those who may know
    std::string basis = {};       // "Enligt …"
    html::Url page = {};          // where more of it stands; empty: nowhere else
};

/// Everything that the reader may know of, newest first.
std::vector<CaseEvent> events_of(const access::CasePermit& permit, const web::Asked& asked);
/// The case's own steps, its plans and its meetings: what the first page shows.
std::vector<CaseEvent> main_events_of(const access::CasePermit& permit, const web::Asked& asked);

/// Those of one kind, in the same order.
std::vector<CaseEvent> of_kind(std::vector<CaseEvent> events, EventKind kind);
/// The kinds that occur, in the order of event_kinds.
std::vector<EventKind> kinds_in(const std::vector<CaseEvent>& events);

/// "Samtycken".
std::string kind_words(Language language, EventKind kind);
html::Event shown(Language language, const CaseEvent& event);
/// The days along a line, one lane a kind; nothing for a single event, which tells of no distance.
html::Html events_picture(const web::Asked& asked, const std::vector<CaseEvent>& events);

/// Händelser: /arende/{case}/handelser, and the same for programs.
void add_events(web::Site& site);

}  // namespace lots::app
