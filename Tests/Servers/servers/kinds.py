"""The servers: how each is set up, where its repositories lie, and how one gets to them."""

import os
import pwd
import urllib.parse

from .machine import free_port, wait_for


class Nginx:
    """git http-backend behind nginx and fcgiwrap; whoever pushes gives a name and a password."""

    name = "nginx"
    knows_people = True

    def __init__(self, machine):
        self.machine = machine
        self.root = machine.path("http")
        os.mkdir(self.root)
        self.port = free_port()
        socket = machine.path("fcgi.sock")
        machine.start("/usr/sbin/fcgiwrap", "-c", "8", "-s", f"unix:{socket}")
        wait_for(path=socket)
        os.chmod(socket, 0o777)
        people = "".join(f"{person}:{{PLAIN}}secret\n" for person in people_of(8))
        machine.write("people", people)
        machine.write("nginx.conf", f"""
daemon off; pid {machine.path('nginx.pid')}; error_log stderr; user root; worker_processes 2;
events {{ worker_connections 256; }}
http {{
  access_log off; client_max_body_size 0; client_body_temp_path {machine.path('body')};
  fastcgi_temp_path {machine.path('fastcgi')}; proxy_temp_path {machine.path('proxy')};
  uwsgi_temp_path {machine.path('uwsgi')}; scgi_temp_path {machine.path('scgi')};
  server {{
    listen 127.0.0.1:{self.port};
    location ~ ^/git(/.*)$ {{
      auth_basic git; auth_basic_user_file {machine.path('people')};
      include /etc/nginx/fastcgi_params;
      fastcgi_pass unix:{socket}; fastcgi_read_timeout 300;
      fastcgi_param SCRIPT_FILENAME /usr/lib/git-core/git-http-backend;
      fastcgi_param GIT_PROJECT_ROOT {self.root}; fastcgi_param GIT_HTTP_EXPORT_ALL 1;
      fastcgi_param PATH_INFO $1; fastcgi_param REMOTE_USER $remote_user;
      fastcgi_param HOME {machine.path('home')};
    }}
  }}
}}
""")
        machine.start("/usr/sbin/nginx", "-c", machine.path("nginx.conf"), "-p", machine.folder)
        wait_for(port=self.port)

    def create(self, name):
        place = os.path.join(self.root, name)
        self.machine.run("git", "init", "-q", "--bare", place)
        self.machine.run("git", "-C", place, "config", "http.receivepack", "true")
        return place

    def install(self, place):
        self.machine.run(self.machine.binary, "-C", place, "install", "--server")

    def url(self, name, person):
        quoted = urllib.parse.quote(name)
        return f"http://{person}:secret@127.0.0.1:{self.port}/git/{quoted}"

    def variables(self, person):
        return {}

    def inspect(self, place, *command, check=True):
        return self.machine.run(*command, folder=place, check=check)


class Ssh:
    """A plain bare repository behind openssh. Nobody tells its hooks who pushes."""

    name = "ssh"
    knows_people = False

    def __init__(self, machine, user=None, keys=None):
        self.machine = machine
        self.user = user or pwd.getpwuid(os.getuid()).pw_name
        self.root = machine.path("ssh")
        os.makedirs(self.root, exist_ok=True)
        # git's configuration of this run, and not of this machine.
        home = machine.path("home")
        self.settings_of_sshd = "" if user else f"SetEnv HOME={home}"
        self.port = free_port()
        os.makedirs("/run/sshd", exist_ok=True)
        for person in people_of(8):
            if os.path.exists(self.key(person)) is False:
                machine.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", person, "-f",
                            self.key(person))
        host = self.key(f"host-{self.name}")
        machine.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", host)
        if keys is None:
            keys = machine.path("authorized")
            text = "".join(self.public(person) for person in people_of(8))
            machine.write("authorized", text, 0o600)
        machine.write(f"sshd-{self.name}", f"""
ListenAddress 127.0.0.1
Port {self.port}
HostKey {host}
PidFile none
AuthorizedKeysFile {keys}
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin yes
MaxStartups 100
{self.settings_of_sshd}
""")
        machine.start("/usr/sbin/sshd", "-D", "-f", machine.path(f"sshd-{self.name}"), "-E",
                      machine.path("sshd.log"))
        wait_for(port=self.port)

    def key(self, person):
        return self.machine.path(f"key-{person}")

    def public(self, person):
        with open(self.key(person) + ".pub", encoding="ascii") as file:
            return file.read()

    def create(self, name):
        place = os.path.join(self.root, name)
        self.machine.run("git", "init", "-q", "--bare", place)
        return place

    def install(self, place):
        self.machine.run(self.machine.binary, "-C", place, "install", "--server")

    def url(self, name, person):
        return f"ssh://{self.user}@127.0.0.1:{self.port}{urllib.parse.quote(self.root)}/" \
            + urllib.parse.quote(name)

    def variables(self, person):
        return {"GIT_SSH_COMMAND": f"ssh -F none -i {self.key(person)} -o IdentitiesOnly=yes "
                "-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"}

    def inspect(self, place, *command, check=True):
        return self.machine.run(*command, folder=place, check=check)


class Gitolite(Ssh):
    """gitolite, with the hook as one of its repository-specific hooks."""

    name = "gitolite"
    knows_people = True
    account = "guardgit"

    def __init__(self, machine):
        home = machine.path("gitolite")
        machine.run("useradd", "--system", "--no-create-home", "--home-dir", home, "--shell",
                    "/bin/sh", self.account)
        machine.cleanings.append(lambda: machine.run("userdel", self.account))
        machine.run("usermod", "-p", "*", self.account)
        os.mkdir(home)
        os.chmod(home, 0o755)
        machine.run("chown", self.account, home)
        self.home = home
        super().__init__(machine, user=self.account, keys=f"{home}/.ssh/authorized_keys")
        # gitolite knows a key's owner by its first name, so this one is nobody else's.
        machine.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.key("admin"))
        machine.write("admin.pub", self.public("admin"))
        self.asUser("gitolite", "setup", "-pk", machine.path("admin.pub"))
        self.settings()
        self.repositories = []

    def asUser(self, *command, check=True):
        return self.machine.run(
            "setpriv", f"--reuid={self.account}", f"--regid={self.account}", "--clear-groups",
            *command, folder=self.home, check=check,
            environment={"HOME": self.home, "USER": self.account, "LOGNAME": self.account,
                         "GIT_CONFIG_NOSYSTEM": "1"})

    def settings(self):
        """What docs/server.md tells an administrator to do."""
        with open(f"{self.home}/.gitolite.rc", encoding="ascii") as file:
            text = file.read()
        text = text.replace("# LOCAL_CODE                =>  \"$ENV{HOME}/local\"",
                            "LOCAL_CODE => \"$ENV{HOME}/local\"")
        text = text.replace("# 'repo-specific-hooks'", "'repo-specific-hooks'")
        with open(f"{self.home}/.gitolite.rc", "w", encoding="ascii") as file:
            file.write(text)
        hooks = f"{self.home}/local/hooks/repo-specific"
        self.asUser("mkdir", "-p", hooks)
        script = self.machine.run(self.machine.binary, "hook-script", "pre-receive", "--engine",
                                  self.machine.binary).stdout
        with open(f"{hooks}/gitflow-guard", "w", encoding="utf-8") as file:
            file.write(script)
        os.chmod(f"{hooks}/gitflow-guard", 0o755)

    def create(self, name):
        self.repositories.append(name.removesuffix(".git"))
        self.compile(guarded=False)
        return f"{self.home}/repositories/{name}"

    def install(self, place):
        self.compile(guarded=True)

    def compile(self, guarded):
        text = "".join(
            f"repo {name}\n  RW+ = @all\n"
            + ("  option hook.pre-receive = gitflow-guard\n" if guarded else "")
            for name in self.repositories)
        with open(f"{self.home}/.gitolite/conf/gitolite.conf", "w", encoding="utf-8") as file:
            file.write(text)
        os.makedirs(f"{self.home}/.gitolite/keydir", exist_ok=True)
        for person in people_of(8):
            with open(f"{self.home}/.gitolite/keydir/{person}.pub", "w", encoding="ascii") as file:
                file.write(self.public(person))
        self.machine.run("chown", "-R", self.account, f"{self.home}/.gitolite")
        self.asUser("gitolite", "compile")
        self.asUser("gitolite", "trigger", "POST_COMPILE")

    def url(self, name, person):
        return f"ssh://{self.account}@127.0.0.1:{self.port}/{urllib.parse.quote(name)}"


def people_of(count):
    return ["anna", "boris", "clara", "dmitri", "elena", "fjodor", "galina", "hans"][:count]


KINDS = {kind.name: kind for kind in (Nginx, Ssh, Gitolite)}
