#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "stories/world.h"

namespace lots::test {

/// The object of a request: names and finished JSON values. An empty value: the name is left out.
using Body = std::vector<std::pair<std::string, std::string>>;

/// Text as a JSON value.
std::string json_text(std::string_view text);

/// One case told by programs that speak JSON over HTTP. Each step is first sent with something missing, and refused with it.
class CaseByApi {
    World& world_;
    std::map<std::string, std::string> tokens_;  // of each person's newest session
    std::string number_;                         // of the proposal, then of the case

    HttpAnswer call(const std::string& who, const std::string& path, const Body* body);
    /// `worse` takes the place of what is in `body`; the answer to it is problem+json that says `missing`: a requirement's
    /// id that is not met (422), or a field (400). Then `body` as it is: 201. Gives back the answer.
    std::string step(const std::string& who, const std::string& path, const Body& body, const Body& worse,
                     std::string_view missing);
    /// Accepted at once.
    std::string done(const std::string& who, const std::string& path, const Body& body);
    std::string read(const std::string& path, const std::string& who = "sara.lind");
    /// GET of the gates: these steps are among those that come next, and whether nothing is missing for them.
    void gates_are(const std::string& state, const std::vector<std::pair<std::string, bool>>& steps);
    void new_day(Instant now);
    void between_meetings();
    std::string of_case(const std::string& rest) const { return "/api/v1/cases/" + number_ + rest; }

public:
    explicit CaseByApi(World& world) : world_(world) {}

    void proposed();
    void offered();
    void asked();
    void signed_by_all();
    void group_formed();
    void plan_drafted();
    void plan_decided();
    void meeting_held();
    void commitment_is_late();
    void closed();
};

}  // namespace lots::test
