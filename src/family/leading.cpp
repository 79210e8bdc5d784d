#include "family/leading.h"

#include <array>
#include <string_view>

#include "web/router.h"

namespace lots::family {

using namespace html::literals;

namespace {

struct Lead {
    web::Pattern from;
    std::string_view to;  // below the case; what stands in braces is taken over
};

const std::array<Lead, 20>& leads()
{
    using web::Pattern;
    static const std::array<Lead, 20> all{{
        {Pattern("/arende/{case}"), ""},
        {Pattern("/arende/{case}/plan"), "plan"},
        {Pattern("/arende/{case}/plan/undvik"), "undvik"},
        {Pattern("/arende/{case}/plan/undvik/ny"), "undvik/ny"},
        {Pattern("/arende/{case}/plan/undvik/{number}/ta-bort"), "undvik/{number}/ta-bort"},
        {Pattern("/arende/{case}/lyfta-fragor"), ""},
        {Pattern("/arende/{case}/deltagare"), ""},
        {Pattern("/arende/{case}/vem-ser-vad"), ""},
        {Pattern("/arende/{case}/samtycken"), "samtycke"},
        {Pattern("/arende/{case}/samtycke"), "samtycke"},
        {Pattern("/arende/{case}/samtycken/underskrivare/{signatory}/ta-tillbaka"), "samtycke/{signatory}/ta-tillbaka"},
        {Pattern("/arende/{case}/moten"), "moten"},
        {Pattern("/arende/{case}/moten/{number}"), "moten/{number}"},
        {Pattern("/arende/{case}/moten/{number}/svar"), "moten/{number}/svar"},
        {Pattern("/arende/{case}/misstankar"), "om-mig"},
        {Pattern("/arende/{case}/atagande/{number}"), "atagande/{number}"},
        {Pattern("/arende/{case}/atagande/{number}/ta-pa-dig"), "atagande/{number}/ta-pa-dig"},
        {Pattern("/arende/{case}/mina-ord"), "mina-ord"},
        {Pattern("/arende/{case}/mina-ord/skriv"), "mina-ord/skriv"},
        {Pattern("/arende/{case}/anteckningar"), "anteckningar"},
    }};
    return all;
}

}  // namespace

html::Url own_address(const std::string& path)
{
    for (const auto& lead : leads()) {
        const auto parts = lead.from.match(path);
        if (!parts) continue;
        auto url = "/min-plan"_url / parts->at("case");
        for (auto rest = lead.to; !rest.empty();) {
            const auto end = rest.find('/');
            const auto segment = rest.substr(0, end);
            const bool taken_over = segment.starts_with('{');
            url = url /
                  (taken_over ? std::string_view(parts->at(std::string(segment.substr(1, segment.size() - 2)))) : segment);
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        }
        return url;
    }
    return {};
}

}  // namespace lots::family
