package kz.bagalau.sandbox;

import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.AbortMultipartUploadPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.CompleteMultipartUploadPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.CreateMultipartUploadPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.DeleteObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedAbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedCompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedCreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedDeleteObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedUploadPartRequest;
import software.amazon.awssdk.services.s3.presigner.model.PutObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.UploadPartPresignRequest;

/// Signs only what the function itself may do. On AWS an address signed without the right is
/// refused when it is used; here at once, where the mistake is.
final class GuardedPresigner implements S3Presigner {

    private final S3Presigner presigner;
    private final PolicyGuard guard;

    GuardedPresigner(S3Presigner presigner, PolicyGuard guard) {
        this.presigner = presigner;
        this.guard = guard;
    }

    @Override
    public PresignedGetObjectRequest presignGetObject(GetObjectPresignRequest request) {
        guard.demand(request.getObjectRequest(), "GetObject");
        return presigner.presignGetObject(request);
    }

    @Override
    public PresignedPutObjectRequest presignPutObject(PutObjectPresignRequest request) {
        guard.demand(request.putObjectRequest(), "PutObject");
        return presigner.presignPutObject(request);
    }

    @Override
    public PresignedDeleteObjectRequest presignDeleteObject(DeleteObjectPresignRequest request) {
        guard.demand(request.deleteObjectRequest(), "DeleteObject");
        return presigner.presignDeleteObject(request);
    }

    @Override
    public PresignedCreateMultipartUploadRequest presignCreateMultipartUpload(
            CreateMultipartUploadPresignRequest request) {
        guard.demand(request.createMultipartUploadRequest(), "CreateMultipartUpload");
        return presigner.presignCreateMultipartUpload(request);
    }

    @Override
    public PresignedUploadPartRequest presignUploadPart(UploadPartPresignRequest request) {
        guard.demand(request.uploadPartRequest(), "UploadPart");
        return presigner.presignUploadPart(request);
    }

    @Override
    public PresignedCompleteMultipartUploadRequest presignCompleteMultipartUpload(
            CompleteMultipartUploadPresignRequest request) {
        guard.demand(request.completeMultipartUploadRequest(), "CompleteMultipartUpload");
        return presigner.presignCompleteMultipartUpload(request);
    }

    @Override
    public PresignedAbortMultipartUploadRequest presignAbortMultipartUpload(
            AbortMultipartUploadPresignRequest request) {
        guard.demand(request.abortMultipartUploadRequest(), "AbortMultipartUpload");
        return presigner.presignAbortMultipartUpload(request);
    }

    @Override
    public void close() {
        presigner.close();
    }
}
