#include "app/program.h"

#include "app/after_command.h"
#include "app/routes.h"

namespace lots::app {

Program::Program(const House& house, const Municipality& here, const Clock& clock, std::function<void(const std::string&)> note)
{
    auto services = house.services(here, clock);
    services.after_command = after_command;
    services.note = std::move(note);
    site_ = std::make_unique<web::Site>(std::move(services));
    add_routes(*site_, *hasher_);
}

}  // namespace lots::app
