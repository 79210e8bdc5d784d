#include <charconv>
#include <utility>

#include "cases/attachment.h"
#include "cases/file_commands.h"
#include "cases/file_pages.h"
#include "cases/find_command.h"
#include "cases/list_page.h"
#include "cases/routes.h"
#include "cases/school.h"

namespace lots::cases {

using access::Operation;

namespace {

std::optional<int> number_in(const std::string& text)
{
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || at != end || number < 1 || text[0] == '0') return std::nullopt;
    return number;
}

Result<web::FileAnswer> file_answer(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto number = number_in(asked.part("number"));
    auto found = number ? attachment(*permit, *number) : std::nullopt;
    if (!found) return not_found();
    const auto& type = found->file.media_type;
    const auto ending = type == "application/pdf" ? ".pdf" : type == "image/png" ? ".png" : ".jpg";
    return web::FileAnswer{std::move(found->content), type, permit->facts().number + "-" + std::to_string(*number) + ending};
}

}  // namespace

void routes(web::Site& site, DayRooms rooms)
{
    site.page("/min-dag", Operation::read_day,
              [kept = std::move(rooms)](access::Work& work, const web::Asked& asked) { return day_page(work, asked, kept); });
    site.page("/min-dag/valj-arende", Operation::list_cases, choose_page);
    site.page("/arenden", Operation::list_cases, cases_page);
    site.data("/api/v1/cases", Operation::list_cases, "cases.api.list", cases_json);
    site.command(find_case_command());
    site.command(correct_identity_command());
    site.command(change_officer_command());
    site.command(add_deputy_command());
    site.command(name_reader_command());
    site.command(declare_conflict_command());
    site.page("/arende/{case}/akten", Operation::keep_file, file_page);
    site.data("/api/v1/cases/{case}/file", Operation::keep_file, "cases.api.file", file_json);
    site.page("/arende/{case}/register", Operation::read_register, register_page);
    site.data("/api/v1/cases/{case}/register-entry", Operation::read_register, "cases.api.register", register_json);
    site.command(name_school_command());
    site.data("/api/v1/cases/{case}/school", Operation::read_selection, "cases.api.school", school_json);
    site.file("/arende/{case}/filer/{number}", Operation::read_file, file_answer);
}

}  // namespace lots::cases
