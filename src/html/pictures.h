#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "html/html.h"
#include "html/words.h"

/// Pictures that the server draws, in SVG. Each says its finding first, as a sentence; then comes the picture, with title and description
/// for those who hear it, and then the same as a table under "Visa som tabell". Nothing is told by colour alone: shapes, lines and words tell
/// it too. Colours come from classes (assets/styles/_pictures.scss), so that the dark theme, forced colours and paper have their own.
///
/// With nothing to show nothing is drawn. No picture has more than `most_marks` marks in its drawing, of dots no heap has: what is more is
/// summed up there and stands in the table, in full.
namespace lots::html {

inline constexpr std::size_t most_marks = 12;

/// What every picture has.
struct PictureText {
    std::string id = {};                         // of the picture on its page: its title and description are named after it
    std::string finding = {};                    // "Fem veckor gick från förslaget till samtycket."
    std::string title = {};                      // "Tidslinje"
    std::string description = {};                // what one sees: "Händelserna i ärendet, från vänster till höger."
    std::vector<std::string> head = {};          // of the table's columns, in the order of the values
};

// --- what happened, along a line of days -----------------------------------------------------------------------------------

struct LineMark {
    std::size_t lane = 0;
    Date day = {};
    std::string text = {};                       // "Plan 1 beslutad"
};
struct LinePicture {
    PictureText text = {};                       // columns: day, lane, text
    std::vector<std::string> lanes = {};         // "Ärendet", "Möten"; at most most_marks; one without marks is not drawn
    std::vector<LineMark> marks = {};            // in any order
};
/// Marks of the same lane and day are one with their number in it. With more than most_marks the nearest ones of a lane become one.
/// When all of it happened on one day there is no line to draw: the finding and the table alone.
Html line_picture(const Words& words, const LinePicture& options);

// --- what is to be done, by time, with arrows from what comes first --------------------------------------------------------

/// planned: only a border. ongoing: half full. done: full. missed: a broken border.
enum class BarState { planned, ongoing, done, missed };
struct OrderBar {
    int number = 0;                              // what `after` of another bar refers to
    std::string text = {};                       // "Gå till skolan varje dag"
    std::string state_words = {};                // "Pågår"
    BarState state = BarState::planned;
    Date from = {}, last_day = {};               // both included; turned around they are read as one day, the last
    std::optional<int> after = {};               // number of the bar that comes first
};
struct OrderPicture {
    PictureText text = {};                       // columns: number, text, first day, last day, after, state
    std::vector<OrderBar> bars = {};             // in the order of the plan
    std::optional<Date> today = {};              // a line across, when it lies between the first and the last day
    std::string today_words = {};                // "I dag"
};
Html order_picture(const Words& words, const OrderPicture& options);

// --- how many came how far -------------------------------------------------------------------------------------------------

struct FlowBar {
    std::string text = {};                       // "Erbjudna"
    int count = 0;
};
struct FlowPicture {
    PictureText text = {};                       // columns: text, count
    std::vector<FlowBar> bars = {};              // in the order of the flow
};
Html flow_picture(const Words& words, const FlowPicture& options);

// --- how long it took: one dot for each ------------------------------------------------------------------------------------

/// So few that a dot could be somebody: nothing is drawn, and no table, with fewer.
inline constexpr std::size_t fewest_dots = 10;

struct DotPicture {
    PictureText text = {};                       // columns: days, how many
    std::vector<int> days = {};                  // one for each, in any order; below 0 counts as 0
    std::optional<int> target = {}, median = {};
    std::string target_words = {}, median_words = {};  // "Mål 7", "Median 9"
    std::string axis = {};                       // "dagar"
};
/// With fewer than fewest_dots only the finding is said.
Html dot_picture(const Words& words, const DotPicture& options);

// --- who stands around somebody --------------------------------------------------------------------------------------------

/// present: a full dot. beside: a square, somebody who helps. open: an empty ring with a broken line, where somebody is missing.
enum class RingPlace { present, beside, open };
struct RingActor {
    std::string name = {};
    std::string role = {};                       // "Polisen"; only in the table
    std::string place_words = {};                // "Deltar", "Saknas"; only in the table
    RingPlace place = RingPlace::present;
};
struct RingPicture {
    PictureText text = {};                       // columns: name, role, place
    std::string middle = {};                     // "Alex"
    std::vector<RingActor> actors = {};
};
Html ring_picture(const Words& words, const RingPicture& options);

}  // namespace lots::html
