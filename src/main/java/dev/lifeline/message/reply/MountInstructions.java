package dev.lifeline.message.reply;

import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.List;
import java.util.Map;

/** How to mount the installed system's disks in the rescue kernel: a command for each step, which the oldest rescue system has too. */
final class MountInstructions {

    private final MessageCatalog catalog;

    MountInstructions(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    BulletList linux() {
        return new BulletList(List.of(
                step("linux.look", "lsblk -f || blkid"),
                step("linux.raid", "mdadm --assemble --scan; cat /proc/mdstat"),
                step("linux.lvm", "vgscan; vgchange -ay; lvs"),
                step("linux.mount", "mount -o ro /dev/VG/ROOT /mnt && ls /mnt/etc/fstab"),
                step("linux.write", "mount -o remount,rw /mnt"),
                step("linux.enter", "for d in dev proc sys; do mount --bind /$d /mnt/$d; done; chroot /mnt"),
                step("linux.leave", "sync; umount /mnt/sys /mnt/proc /mnt/dev /mnt")));
    }

    BulletList windows() {
        return new BulletList(List.of(
                step("windows.look", "diskpart"),
                step("windows.list", "list volume"),
                step("windows.online", "list disk"),
                step("windows.letter", "select volume N"),
                step("windows.repair", "sfc /scannow /offbootdir=W:\\ /offwindir=W:\\Windows")));
    }

    private TextLine step(String key, String command) {
        return catalog.line("access-instructions." + key, Map.of("command", new TextRun.Code(command)));
    }
}
