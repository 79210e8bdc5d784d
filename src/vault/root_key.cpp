#include "vault/root_key.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vault/sealing.h"
#include "vault/vault.h"

namespace lots::vault {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t digits = 2 * key_bytes;

/// A file that is closed when it goes.
class File {
    int fd_;

public:
    File(const fs::path& path, int flags, mode_t mode = 0) : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode))
    {
        if (fd_ < 0) throw std::system_error(errno, std::generic_category(), path.string());
    }
    ~File() { ::close(fd_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int fd() const { return fd_; }

    void write_whole(const char* text, std::size_t size) const
    {
        while (size > 0) {
            const auto wrote = ::write(fd_, text, size);
            if (wrote < 0 && errno == EINTR) continue;
            if (wrote < 0) throw std::system_error(errno, std::generic_category(), "the root key could not be written");
            text += wrote;
            size -= static_cast<std::size_t>(wrote);
        }
        sync();
    }
    void sync() const
    {
        if (::fsync(fd_) != 0) throw std::system_error(errno, std::generic_category(), "the root key could not be made durable");
    }
};

/// Text of a key while it is read or written: zeroed when it goes.
struct KeyText {
    char text[digits + 2] = {};
    ~KeyText() { sodium_memzero(text, sizeof text); }
};

void sync_folder_of(const fs::path& file)
{
    const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    File(folder, O_RDONLY | O_DIRECTORY).sync();
}

std::unique_ptr<SecretKey> read_key(const fs::path& file, bool of_systemd)
{
    start_sodium();
    const File opened(file, O_RDONLY);
    struct stat about {};
    if (::fstat(opened.fd(), &about) != 0) throw std::system_error(errno, std::generic_category(), file.string());
    const mode_t forbidden = of_systemd ? 0137 : 0177;
    if (!S_ISREG(about.st_mode) || (about.st_mode & forbidden) != 0 || (about.st_uid != ::geteuid() && about.st_uid != 0))
        throw std::runtime_error(file.string() + ": the root key must be a file that only the service may read (mode 0600)");

    KeyText read;
    std::size_t size = 0;
    while (size < sizeof read.text) {
        const auto got = ::read(opened.fd(), read.text + size, sizeof read.text - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw std::system_error(errno, std::generic_category(), file.string());
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    if (size == digits + 1 && read.text[digits] == '\n') size = digits;

    auto key = std::make_unique<SecretKey>();
    std::size_t made = 0;
    if (size != digits || sodium_hex2bin(key->bytes().data(), key_bytes, read.text, digits, nullptr, &made, nullptr) != 0 ||
        made != key_bytes)
        throw std::runtime_error(file.string() + ": a root key is 64 hexadecimal digits");
    return key;
}

fs::path successor(const fs::path& file) { return file.string() + ".new"; }

/// Step 3: the old key is overwritten before its name goes to the new one. On disks that remap sectors this is no proof, which
/// is why the last word is the operator's: destroy every copy.
void finish_renewal(const fs::path& file)
{
    if (fs::exists(file)) {
        const std::string zeros(digits, '0');
        const std::string no_key = zeros + "\n#";  // and no longer a key, so that nobody ever loads 32 zero bytes
        File(file, O_WRONLY).write_whole(no_key.data(), no_key.size());
    }
    fs::rename(successor(file), file);
    sync_folder_of(file);
}

}  // namespace

std::unique_ptr<SecretKey> load_root_key(const fs::path& file)
{
    if (!file.empty()) return read_key(file, false);
    const char* credentials = std::getenv("CREDENTIALS_DIRECTORY");
    if (credentials == nullptr || *credentials == '\0')
        throw std::runtime_error("no root key: neither a file nor a systemd credential is configured");
    return read_key(fs::path(credentials) / "lots-root-key", true);
}

std::unique_ptr<SecretKey> load_root_key(const fs::path& file, storage::Store& keys)
{
    std::optional<Bytes> wanted;
    keys.read([&](storage::Session& session) {
        wanted = session.one("SELECT root_id FROM root_key", [](const storage::Row& row) { return row.get<Bytes>(0); });
    });
    const auto fits = [&](const SecretKey& key) { return !wanted || Root(key).id == *wanted; };

    std::string problem;
    try {
        auto key = load_root_key(file);
        if (fits(*key)) return key;
        problem = "the root key is not the one that this key database was made with";
    } catch (const std::runtime_error& failure) {
        problem = failure.what();
    }
    if (!file.empty() && wanted && fs::exists(successor(file))) {
        auto key = read_key(successor(file), false);
        if (fits(*key)) {
            finish_renewal(file);
            return key;
        }
    }
    throw WrongRoot(problem);
}

void make_root_key(const fs::path& file, Random& random)
{
    SecretKey key;
    random.fill(key.bytes());
    KeyText text;
    sodium_bin2hex(text.text, digits + 1, key.bytes().data(), key_bytes);
    text.text[digits] = '\n';

    const File made(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
    if (::fchmod(made.fd(), 0600) != 0) throw std::system_error(errno, std::generic_category(), file.string());
    made.write_whole(text.text, digits + 1);
    sync_folder_of(file);
}

void renew_root_key(Vault& vault, const fs::path& file, Random& random)
{
    const auto made = successor(file);
    if (fs::exists(made)) {
        // Of a try that was interrupted before the keys were rewrapped: nothing lies under it.
        if (vault.works_under(*read_key(made, false)))
            throw WrongRoot(made.string() + " is the root key in use: start the service anew, which finishes the last renewal");
        fs::remove(made);
    }
    make_root_key(made, random);
    vault.rewrap(read_key(made, false));
    finish_renewal(file);
}

}  // namespace lots::vault
