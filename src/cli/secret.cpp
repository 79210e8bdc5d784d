#include <iostream>
#include <stdexcept>

#include <termios.h>
#include <unistd.h>

#include "cli/commands.h"

namespace lots::cli {

namespace {

/// What is typed is not shown while this lives.
class Unseen {
    termios before_{};
    bool terminal_;

public:
    Unseen() : terminal_(::isatty(STDIN_FILENO) != 0 && ::tcgetattr(STDIN_FILENO, &before_) == 0)
    {
        if (!terminal_) return;
        auto silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Unseen()
    {
        if (terminal_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    bool terminal() const { return terminal_; }
};

}  // namespace

std::string read_secret(const std::string& question)
{
    const Unseen unseen;
    if (unseen.terminal()) std::cerr << question << ": " << std::flush;
    std::string line;
    const bool read = static_cast<bool>(std::getline(std::cin, line));
    if (line.ends_with('\r')) line.pop_back();  // of a file from Windows
    if (!read || line.empty()) refuse("no " + question + " on standard input");
    if (unseen.terminal()) std::cerr << "\n";
    return line;
}

void refuse(const std::string& why) { throw std::runtime_error(why); }

}  // namespace lots::cli
