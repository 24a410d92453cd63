"""Runs the vendor's fake cloud in a network of its own, and lets others in through a socket file.

Arguments: the server, its data file, the socket file. The server listens on a fixed port of every interface, so its
network has nothing but a loopback interface. It ends when standard input ends: when whoever started it is gone.
"""
import fcntl
import os
import socket
import struct
import subprocess
import sys
import threading
import time

SERVER, DATA, DOOR = sys.argv[1:]
ADDRESS = ("127.0.0.1", 3001)
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1


def loopback_up():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        flags = struct.unpack("16sh14x", fcntl.ioctl(any_socket, SIOCGIFFLAGS, struct.pack("16sh14x", b"lo", 0)))[1]
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | IFF_UP))


def connected():
    for _ in range(600):
        try:
            return socket.create_connection(ADDRESS)
        except ConnectionRefusedError:
            time.sleep(0.05)
    raise SystemExit("the server does not listen")


def pass_on(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def serve(guest):
    with guest, connected() as host:
        back = threading.Thread(target=pass_on, args=(host, guest))
        back.start()
        pass_on(guest, host)
        back.join()


def accept(door):
    while True:
        guest, _ = door.accept()
        threading.Thread(target=serve, args=(guest,), daemon=True).start()


loopback_up()
server = subprocess.Popen([SERVER, DATA], stdin=subprocess.DEVNULL)
connected().close()
door = socket.socket(socket.AF_UNIX)
door.bind(DOOR + ".new")
door.listen(128)
os.rename(DOOR + ".new", DOOR)
threading.Thread(target=accept, args=(door,), daemon=True).start()
sys.stdin.read()
server.kill()
server.wait()
