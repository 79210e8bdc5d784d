#include "audit/file.h"

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lots::audit {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file)
{
    throw std::system_error(errno, std::generic_category(), file.string());
}

class File {
    std::filesystem::path path_;
    int fd_;

public:
    File(std::filesystem::path path, int flags, mode_t mode = 0)
        : path_(std::move(path)), fd_(::open(path_.c_str(), flags | O_CLOEXEC, mode))
    {
        if (fd_ < 0) fail(path_);
    }
    ~File() { ::close(fd_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    struct stat about() const
    {
        struct stat about {};
        if (::fstat(fd_, &about) != 0) fail(path_);
        return about;
    }
    std::string read() const
    {
        std::string text;
        char buffer[4096];
        for (;;) {
            const auto got = ::read(fd_, buffer, sizeof buffer);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail(path_);
            if (got == 0) return text;
            text.append(buffer, static_cast<std::size_t>(got));
        }
    }
    void write(std::string_view text, mode_t mode) const
    {
        if (::fchmod(fd_, mode) != 0) fail(path_);
        while (!text.empty()) {
            const auto wrote = ::write(fd_, text.data(), text.size());
            if (wrote < 0 && errno == EINTR) continue;
            if (wrote < 0) fail(path_);
            text.remove_prefix(static_cast<std::size_t>(wrote));
        }
        sync();
    }
    void sync() const
    {
        if (::fsync(fd_) != 0) fail(path_);
    }
};

void sync_folder_of(const std::filesystem::path& file)
{
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    File(folder, O_RDONLY | O_DIRECTORY).sync();
}

}  // namespace

std::optional<std::string> read_file(const std::filesystem::path& file)
{
    try {
        return File(file, O_RDONLY).read();
    } catch (const std::system_error& failure) {
        if (failure.code() == std::errc::no_such_file_or_directory) return std::nullopt;
        throw;
    }
}

std::string read_secret_file(const std::filesystem::path& file, std::size_t bytes_max)
{
    const File opened(file, O_RDONLY);
    const auto about = opened.about();
    if (!S_ISREG(about.st_mode) || (about.st_mode & 0177) != 0 || (about.st_uid != ::geteuid() && about.st_uid != 0))
        throw std::runtime_error(file.string() + ": must be a file that only the service may read (mode 0600)");
    if (about.st_size > static_cast<off_t>(bytes_max)) throw std::runtime_error(file.string() + ": is too long for a key");
    return opened.read();
}

void make_secret_file(const std::filesystem::path& file, std::string_view text)
{
    File(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600).write(text, 0600);
    sync_folder_of(file);
}

void replace_public_file(const std::filesystem::path& file, std::string_view text)
{
    const std::filesystem::path made = file.string() + ".new";
    File(made, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0644).write(text, 0644);
    std::filesystem::rename(made, file);
    sync_folder_of(file);
}

}  // namespace lots::audit
