#include "vault/process.h"

#include <cerrno>
#include <system_error>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace lots::vault {

void harden_process()
{
    umask(077);
    const rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0) throw std::system_error(errno, std::generic_category(), "no core dumps");
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) throw std::system_error(errno, std::generic_category(), "not dumpable");
}

}  // namespace lots::vault
